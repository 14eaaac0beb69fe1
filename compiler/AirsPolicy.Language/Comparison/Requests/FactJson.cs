using System.Text.Json.Nodes;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Text.Scores;
using JsonValue = System.Text.Json.Nodes.JsonValue;

namespace AirsPolicy.Language.Comparison.Requests;

/// <summary>Values as facts have them in JSON.</summary>
internal static class FactJson
{
    /// <summary>The JSON of a value, or null where it lies outside of what the wire can say.</summary>
    public static JsonNode? Of(Value value, Shape shape) => (value, shape) switch
    {
        (BoolValue truth, _) => JsonValue.Create(truth.Truth),
        (DecimalValue number, _) => JsonValue.Create(number.Number),
        (TextValue text, _) => JsonValue.Create(text.Text),
        (NumberValue number, _) => Scalar(number.Number, shape),
        (ListValue list, ListShape items) => OfList(list, items),
        _ => null,
    };

    private static JsonNode? Scalar(long number, Shape shape) => shape switch
    {
        IntShape => JsonValue.Create(number),
        SizeShape when number >= 0 => JsonValue.Create(number),
        ShareShape when number is >= 0 and <= Millionths.Whole => JsonValue.Create(CheckedArithmetic.ShareToDecimal(number)),
        DurationShape when number >= 0 => JsonValue.Create(DurationText.Format(number)),
        InstantShape when number is >= 0 and <= CheckedArithmetic.MaxInstant => JsonValue.Create(InstantText.Format(number)),
        DateShape when number is >= 0 and <= CheckedArithmetic.MaxDate => JsonValue.Create(DateText.Format(number)),
        EnumShape names when number >= 0 && number < names.Names.Count => JsonValue.Create(names.Names[(int)number]),
        _ => null,
    };

    private static JsonArray? OfList(ListValue list, ListShape shape)
    {
        var items = list.Items.Select(item => Of(item, shape.Element)).ToList();
        return items.Contains(null) ? null : new JsonArray([.. items]);
    }
}
