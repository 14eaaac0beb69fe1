using System.Text.Json;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Cli.Filtering;

/// <summary>Asks records of a kind whether a filter holds for them.</summary>
/// <param name="now">The time that <c>now</c> is.</param>
internal sealed class RecordFilter<T>(FilterSchema<T> schema, Filter filter, DateTimeOffset now)
{
    private const decimal MostSeconds = long.MaxValue / TimeSpan.TicksPerSecond;

    public bool Holds(T record) => Holds(filter, record);

    private bool Holds(Filter condition, T record) => condition switch
    {
        AndFilter and => Holds(and.Left, record) && Holds(and.Right, record),
        OrFilter or => Holds(or.Left, record) || Holds(or.Right, record),
        NotFilter not => !Holds(not.Inner, record),
        AbsentFilter absent => Read(record, absent.Path) is null,
        ComparisonFilter one => Holds(one, record),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private bool Holds(ComparisonFilter one, T record)
    {
        var right = one.Value is NowValue moment ? At(moment) : one.Value;
        var left = Read(record, one.Path) is { } read ? Typed(read, right) : null;
        return (left, right) switch
        {
            (TextValue text, WordValue word) => Holds(one.Relation, RankOf(one.Path.Field, text.Text) - RankOf(one.Path.Field, word.Word)),
            (TextValue text, TextValue other) => Holds(one.Relation, text.Text, other.Text),
            (TextsValue texts, TextValue other) => one.Relation == FilterRelation.Contains && texts.Texts.Contains(other.Text),
            (NumberValue number, NumberValue other) => Holds(one.Relation, number.Number.CompareTo(other.Number)),
            (InstantValue instant, InstantValue other) => Holds(one.Relation, instant.Ticks.CompareTo(other.Ticks)),
            (DurationValue duration, DurationValue other) => Holds(one.Relation, duration.Ticks.CompareTo(other.Ticks)),
            (BoolValue truth, BoolValue other) => Holds(one.Relation, truth.Is.CompareTo(other.Is)),
            _ => false,
        };
    }

    // A word that is none of the field comes from a later version; it differs from each.
    private static int? RankOf(FilterField field, string word)
    {
        for (var rank = 0; rank < field.Words.Count; rank++)
        {
            if (field.Words[rank] == word)
                return rank;
        }
        return null;
    }

    private static bool Holds(FilterRelation relation, int? order) => relation switch
    {
        FilterRelation.Equal => order == 0,
        FilterRelation.NotEqual => order != 0,
        FilterRelation.Less => order < 0,
        FilterRelation.LessOrEqual => order <= 0,
        FilterRelation.Greater => order > 0,
        FilterRelation.GreaterOrEqual => order >= 0,
        _ => false,
    };

    private static bool Holds(FilterRelation relation, string text, string other) => relation switch
    {
        FilterRelation.Equal => text == other,
        FilterRelation.NotEqual => text != other,
        FilterRelation.Contains => text.Contains(other, StringComparison.Ordinal),
        FilterRelation.StartsWith => text.StartsWith(other, StringComparison.Ordinal),
        FilterRelation.EndsWith => text.EndsWith(other, StringComparison.Ordinal),
        _ => false,
    };

    private FilterValue? Read(T record, FilterPath path)
    {
        var read = schema.Read(record, path.Field.Name);
        if (read is not JsonValue { Json: var json })
            return read;
        foreach (var member in path.Members)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(member, out json))
                return null;
        }
        return json.ValueKind == JsonValueKind.Null ? null : new JsonValue(json);
    }

    // A time that no clock shows is before or after all others.
    private InstantValue At(NowValue moment) => new((long)Int128.Clamp((Int128)now.UtcTicks + moment.Ticks, long.MinValue, long.MaxValue));

    private static FilterValue? Typed(FilterValue read, FilterValue like) =>
        read is JsonValue { Json: var json } ? Typed(json, like) : read;

    // JSON is what it is compared with, as facts are on the wire.
    private static FilterValue? Typed(JsonElement json, FilterValue like) => (json.ValueKind, like) switch
    {
        (JsonValueKind.String, _) => Typed(new JsonValue(json).Text, like),
        (JsonValueKind.Array, TextValue) => FilterValue.Of([.. json.EnumerateArray().Select(item => new JsonValue(item).Text).OfType<string>()]),
        (JsonValueKind.Number, NumberValue) when DecimalText.TryParse(json.GetRawText(), out var number) => new NumberValue(number),
        (JsonValueKind.Number, DurationValue) when json.TryGetDecimal(out var seconds) && Math.Abs(seconds) < MostSeconds =>
            new DurationValue((long)(seconds * TimeSpan.TicksPerSecond)),
        (JsonValueKind.True or JsonValueKind.False, BoolValue) => new BoolValue(json.GetBoolean()),
        _ => null,
    };

    private static FilterValue? Typed(string? text, FilterValue like) => like switch
    {
        TextValue => FilterValue.Of(text),
        InstantValue when InstantText.TryParse(text, out var ticks) => new InstantValue(ticks),
        InstantValue when DateText.TryParse(text, out var day) => new InstantValue(day * TimeSpan.TicksPerDay),
        DurationValue when DurationText.TryParse(text, out var ticks) => new DurationValue(ticks),
        _ => null,
    };
}
