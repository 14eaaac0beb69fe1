using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AirsPolicy.Cli.Filtering;

namespace AirsPolicy.Cli.Tests.Filtering;

/// <summary>What a filter means, said again in the plainest way.</summary>
internal static class NaiveFilter
{
    private static readonly string[] s_sizes = ["small", "middle", "large"];

    public static bool Holds(Filter filter, Parcel parcel, long now) => filter switch
    {
        AndFilter and => Holds(and.Left, parcel, now) & Holds(and.Right, parcel, now),
        OrFilter or => Holds(or.Left, parcel, now) | Holds(or.Right, parcel, now),
        NotFilter not => !Holds(not.Inner, parcel, now),
        AbsentFilter absent => Read(parcel, absent.Path) is null,
        ComparisonFilter one => Read(parcel, one.Path) is { } value && Holds(one, value, now),
        _ => throw new ArgumentOutOfRangeException(nameof(filter)),
    };

    private static object? Read(Parcel parcel, FilterPath path) => path.Field.Name switch
    {
        "name" => parcel.Name,
        "marks" => parcel.Marks.Count == 0 ? null : parcel.Marks.ToList(),
        "weight" => parcel.Weight,
        "sent" => parcel.Sent,
        "travelled" => parcel.Travelled,
        "fragile" => parcel.Fragile,
        "size" => parcel.Size,
        "content" => Json(parcel, path),
        _ => throw new ArgumentOutOfRangeException(nameof(path)),
    };

    private static JsonNode? Json(Parcel parcel, FilterPath path)
    {
        var node = JsonNode.Parse(parcel.Content);
        foreach (var member in path.Members)
            node = node is JsonObject record ? record[member] : null;
        return node;
    }

    private static bool Holds(ComparisonFilter one, object left, long now) => (left, one.Value) switch
    {
        (string size, WordValue word) when Array.IndexOf(s_sizes, size) < 0 => one.Relation == FilterRelation.NotEqual,
        (string size, WordValue word) => Ordered(one.Relation, Array.IndexOf(s_sizes, size), Array.IndexOf(s_sizes, word.Word)),
        (string text, TextValue other) => Texts(one.Relation, text, other.Text),
        (List<string> texts, TextValue other) => texts.Exists(text => text == other.Text),
        (decimal number, NumberValue other) => Ordered(one.Relation, number, other.Number),
        (long ticks, InstantValue other) => Ordered(one.Relation, ticks, other.Ticks),
        (long ticks, NowValue other) => Ordered(one.Relation, (decimal)ticks, (decimal)now + other.Ticks),
        (long ticks, DurationValue other) => Ordered(one.Relation, ticks, other.Ticks),
        (bool truth, BoolValue other) => truth == other.Is == (one.Relation == FilterRelation.Equal),
        (JsonNode node, TextValue other) when Text(node) is { } text => Texts(one.Relation, text, other.Text),
        (JsonNode node, NumberValue other) when Number(node) is { } number => Ordered(one.Relation, number, other.Number),
        // Contents hold no other durations.
        (JsonNode node, DurationValue other) when Text(node) == "2h" || Number(node) == 7_200 =>
            Ordered(one.Relation, 2 * TimeSpan.TicksPerHour, other.Ticks),
        (JsonNode node, DurationValue other) when Number(node) is { } seconds =>
            Ordered(one.Relation, (long)seconds * TimeSpan.TicksPerSecond, other.Ticks),
        (JsonNode node, BoolValue other) when node.GetValueKind() is JsonValueKind.True or JsonValueKind.False =>
            node.GetValue<bool>() == other.Is == (one.Relation == FilterRelation.Equal),
        _ => false,
    };

    private static string? Text(JsonNode node)
    {
        try
        {
            return node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static decimal? Number(JsonNode node) =>
        node.GetValueKind() == JsonValueKind.Number
            && decimal.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static bool Texts(FilterRelation relation, string text, string other) => relation switch
    {
        FilterRelation.Equal => text == other,
        FilterRelation.NotEqual => text != other,
        FilterRelation.Contains => text.Contains(other, StringComparison.Ordinal),
        FilterRelation.StartsWith => text.StartsWith(other, StringComparison.Ordinal),
        _ => text.EndsWith(other, StringComparison.Ordinal),
    };

    private static bool Ordered<T>(FilterRelation relation, T left, T right)
        where T : IComparable<T> => relation switch
        {
            FilterRelation.Equal => left.CompareTo(right) == 0,
            FilterRelation.NotEqual => left.CompareTo(right) != 0,
            FilterRelation.Less => left.CompareTo(right) < 0,
            FilterRelation.LessOrEqual => left.CompareTo(right) <= 0,
            FilterRelation.Greater => left.CompareTo(right) > 0,
            _ => left.CompareTo(right) >= 0,
        };
}
