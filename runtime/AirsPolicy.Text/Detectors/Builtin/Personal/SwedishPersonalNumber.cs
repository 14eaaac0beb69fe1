using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Swedish personal and coordination numbers: date of birth with two or four digits of the year (60 more on the day for coordination
/// numbers), a hyphen (+ from a hundred years on), three digits and a Luhn check digit over ten digits (Skatteverket, Personnummer and
/// Samordningsnummer (SKV 704, SKV 707)).
/// </summary>
[BuiltinDetector("pii.se_personnummer", Summary = "Finds Swedish personal and coordination numbers, by their check digit.",
    Source = "Skatteverket, Personnummer and Samordningsnummer (SKV 704, SKV 707)")]
internal sealed class SwedishPersonalNumber() : IdentifierDetector(
    [new("999999-9999"), new("999999+9999"), new("99999999-9999"), new("999999999999"), new("9999999999", Evidence.NameOrAlone)],
    "personnummer", "pnr", "samordningsnummer", "personal number", "id code")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) => CheckDigits.Luhn(id[^10..]) && IsDate(id[..^4]);

    private static bool IsDate(ReadOnlySpan<char> date)
    {
        var year = date.Length == 8 ? CheckDigits.Number(date[..4]) : 2000 + CheckDigits.Number(date[..2]);
        var day = CheckDigits.Number(date[^2..]);
        return year is >= 1800 and < 2100 && CalendarDates.Exists(year, CheckDigits.Number(date[^4..^2]), day > 60 ? day - 60 : day);
    }
}
