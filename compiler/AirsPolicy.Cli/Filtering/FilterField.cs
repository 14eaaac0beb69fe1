using AirsPolicy.Collections;

namespace AirsPolicy.Cli.Filtering;

/// <summary>A field that a filter can ask for.</summary>
/// <param name="Name">Its name in the filter.</param>
/// <param name="Words">The words of <see cref="FilterType.OneOf"/> and <see cref="FilterType.Rising"/>.</param>
internal record FilterField(string Name, FilterType Type, ValueList<string> Words);

/// <summary>A field, with where it stands in a record.</summary>
/// <param name="Read">
/// Gives what the record has there, null for nothing: <see cref="TextValue"/> for words, and <see cref="JsonValue"/> for
/// <see cref="FilterType.Open"/>.
/// </param>
internal sealed record FilterField<T>(string Name, FilterType Type, ValueList<string> Words, Func<T, FilterValue?> Read)
    : FilterField(Name, Type, Words);
