using System.Globalization;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Language.Evaluation.Explanations;

/// <summary>Values as the language writes them, for people to read.</summary>
internal static class ValueText
{
    /// <summary>The most UTF-16 units of a text, and the most items of a list, that are shown.</summary>
    private const int LongestText = 80, LongestList = 10;

    public static string Of(Value value, Shape shape) => (value, shape) switch
    {
        (FailedValue failed, _) => failed.Failure.Detail,
        (BoolValue truth, _) => truth.Truth ? "true" : "false",
        (TextValue text, _) => Quoted(text.Text),
        (JsonValue json, _) => Short(json.Json),
        (DecimalValue amount, MoneyShape money) => $"{DecimalText.Format(amount.Number)} {money.Currency}",
        (DecimalValue number, _) => DecimalText.Format(number.Number),
        (NumberValue number, _) => OfNumber(number.Number, shape),
        (ListValue list, ListShape items) => OfList(list, items.Element),
        (RecordValue record, RecordShape members) => OfRecord(record, members),
        _ => "",
    };

    private static string OfNumber(long number, Shape shape) => shape switch
    {
        EnumShape names => names.Names[(int)number],
        ShareShape => $"{DecimalText.Format(CheckedArithmetic.ShareToDecimal(number) * 100)}%",
        DurationShape => DurationText.Format(number),
        InstantShape => InstantText.Format(number),
        DateShape => DateText.Format(number),
        SizeShape => SizeText.Format(number),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string OfList(ListValue list, Shape element)
    {
        var shown = list.Items.Take(LongestList).Select(item => Of(item, element));
        return $"[{string.Join(", ", list.Items.Count > LongestList ? shown.Append("…") : shown)}]";
    }

    private static string OfRecord(RecordValue record, RecordShape shape) =>
        $"{{ {string.Join(", ", record.Members.Select(m => $"{m.Name}: {Of(m.Value, shape.Find(m.Name)?.Shape ?? TextShape.Instance)}"))} }}";

    private static string Quoted(string text) =>
        $"\"{Short(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";

    private static string Short(string text) => text.Length <= LongestText ? text : $"{text[..LongestText]}…";
}
