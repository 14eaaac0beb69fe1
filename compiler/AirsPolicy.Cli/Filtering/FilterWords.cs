using System.Collections.Frozen;

namespace AirsPolicy.Cli.Filtering;

/// <summary>The words and signs of filters.</summary>
internal static class FilterWords
{
    /// <summary>The signs that compare.</summary>
    public static FrozenDictionary<string, FilterRelation> Signs { get; } = new Dictionary<string, FilterRelation>
    {
        ["=="] = FilterRelation.Equal,
        ["!="] = FilterRelation.NotEqual,
        ["<"] = FilterRelation.Less,
        ["<="] = FilterRelation.LessOrEqual,
        [">"] = FilterRelation.Greater,
        [">="] = FilterRelation.GreaterOrEqual,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What other languages write, with what it is here.</summary>
    public static FrozenDictionary<string, string> Foreign { get; } = new Dictionary<string, string>
    {
        ["="] = "==",
        ["==="] = "==",
        ["<>"] = "!=",
        ["!=="] = "!=",
        ["≠"] = "!=",
        ["=<"] = "<=",
        ["≤"] = "<=",
        ["=>"] = ">=",
        ["≥"] = ">=",
        ["&&"] = "and",
        ["||"] = "or",
        ["!"] = "not",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The words that no field has as its name.</summary>
    public static FrozenSet<string> Reserved { get; } =
        FrozenSet.Create(
            StringComparer.Ordinal,
            "and", "or", "not", "in", "has", "is", "absent", "contains", "starts", "ends", "with", "now", "true", "false");

    /// <summary>The words that can stand in a filter on records of a kind.</summary>
    public static IEnumerable<string> Offered(FilterSchema schema) =>
        schema.Fields.Select(field => field.Name).Concat(schema.Fields.SelectMany(field => field.Words)).Concat(Reserved).Distinct();

    /// <summary>How a comparison is written.</summary>
    public static string Of(FilterRelation relation) => relation switch
    {
        FilterRelation.Contains => "contains",
        FilterRelation.StartsWith => "starts with",
        FilterRelation.EndsWith => "ends with",
        _ => Signs.First(sign => sign.Value == relation).Key,
    };

    /// <summary>What the values of a field are, with an article.</summary>
    public static string Of(FilterField field) => field.Type switch
    {
        FilterType.Text => "a text",
        FilterType.Texts => "a list of texts",
        FilterType.Number => "a number",
        FilterType.Instant => "a point in time",
        FilterType.Duration => "a length of time",
        FilterType.Bool => "true or false",
        FilterType.Open => "a record",
        _ => $"one of [{string.Join(", ", field.Words)}]",
    };

    /// <summary>What a value of a filter is, with an article.</summary>
    public static string Of(FilterValue value) => value switch
    {
        TextValue => "a text",
        NumberValue => "a number",
        InstantValue or NowValue => "a point in time",
        DurationValue => "a length of time",
        BoolValue => "true or false",
        WordValue => "a word",
        _ => value.ToString(),
    };
}
