using System.Collections.Immutable;

namespace AirsPolicy.Cli.Filtering;

/// <summary>The fields of a kind of record.</summary>
internal abstract class FilterSchema
{
    /// <summary>The fields, in the order in which they are listed.</summary>
    public abstract IReadOnlyList<FilterField> Fields { get; }

    public FilterField? Find(string name) => Fields.FirstOrDefault(field => field.Name == name);
}

/// <summary>The fields of a kind of record, with where they stand in it.</summary>
internal sealed class FilterSchema<T> : FilterSchema
{
    private readonly ImmutableArray<FilterField<T>> _fields;

    private FilterSchema(ImmutableArray<FilterField<T>> fields) => _fields = fields;

    public static FilterSchema<T> Empty { get; } = new([]);

    public override IReadOnlyList<FilterField> Fields => _fields;

    /// <summary>This schema with one more field, whose name no other has.</summary>
    public FilterSchema<T> With(string name, FilterType type, Func<T, FilterValue?> read) =>
        new(_fields.Add(new FilterField<T>(name, type, [], read)));

    /// <summary>This schema with one more field, which is one of some words.</summary>
    public FilterSchema<T> With(string name, FilterType type, IEnumerable<string> words, Func<T, FilterValue?> read) =>
        new(_fields.Add(new FilterField<T>(name, type, [.. words], read)));

    /// <summary>What a record has in a field.</summary>
    public FilterValue? Read(T record, string name) => _fields.First(field => field.Name == name).Read(record);
}
