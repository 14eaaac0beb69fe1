using System.Globalization;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Runtime.Facts.Layout;

/// <summary>Says in a noun phrase what fits a shape, for the messages of misfits.</summary>
internal static class Expectation
{
    // So many names of an enum are listed; more would bury the message.
    private const int ListedNames = 12;

    public static string Of(Shape shape) =>
        shape switch
        {
            BoolShape => "true or false",
            IntShape i => "an int"
                + Range(i.Minimum == long.MinValue ? null : Text(i.Minimum), i.Maximum == long.MaxValue ? null : Text(i.Maximum)),
            DecimalShape d => "a decimal of at most 28 digits" + Bounds(d),
            ShareShape => "a share from 0 to 1 in millionths",
            MoneyShape m => $"an amount in {m.Currency}: a number, a decimal text or a record of amount and currency",
            DurationShape => "a duration: a text such as '1h30m' or a number of seconds",
            InstantShape => "an RFC 3339 date-time with its offset",
            DateShape => "an RFC 3339 date such as '2027-03-31'",
            SizeShape => "a size: a number of bytes or a text such as '64KiB'",
            TextShape t => "a text"
                + Range(t.MinLength == 0 ? null : Text(t.MinLength), t.MaxLength is { } most ? Text(most) : null, " characters")
                + (t.Pattern is null ? "" : $" that matches '{t.Pattern}'"),
            EnumShape e => "one of "
                + string.Join(", ", e.Names.Take(ListedNames).Select(n => $"'{n}'"))
                + (e.Names.Count > ListedNames ? " and others" : ""),
            ListShape l => "a list" + Range(l.MinItems == 0 ? null : Text(l.MinItems), Text(l.MaxItems), " items"),
            RecordShape => "a record",
            AnyShape => "any value",
            RestrictedShape r => "one of "
                + string.Join(", ", r.Values.Take(ListedNames))
                + (r.Values.Count > ListedNames ? " and others" : ""),
            _ => "a value",
        };

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Range(string? least, string? most, string unit = "") => (least, most) switch
    {
        (null, null) => "",
        (null, _) => $" of at most {most}{unit}",
        (_, null) => $" of at least {least}{unit}",
        _ => $" from {least} to {most}{unit}",
    };

    private static string Bounds(DecimalShape d)
    {
        var least = d.Minimum is { } min ? (d.MinimumExcluded ? " above " : " of at least ") + DecimalText.Format(min) : "";
        var most = d.Maximum is { } max ? (d.MaximumExcluded ? " below " : " of at most ") + DecimalText.Format(max) : "";
        return least + (least.Length > 0 && most.Length > 0 ? " and" : "") + most;
    }
}
