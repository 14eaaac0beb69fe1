using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// German tax numbers as their offices write them, with slashes: the office, the district, and a number with its check digit, parted by
/// slashes, in one of the forms of the states; the thirteen digits of the federal form, which begins with the state and has a zero in the
/// fifth place (Bundesministerium der Finanzen, Aufbau der Steuernummer; ELSTER, Prüfung der Steuer- und Steueridentifikationsnummer).
/// </summary>
[BuiltinDetector("pii.de_tax_number", Summary = "Finds German tax numbers as their offices write them, with slashes.",
    Source = "Bundesministerium der Finanzen, Aufbau der Steuernummer; ELSTER, Prüfung der Steuer- und Steueridentifikationsnummer")]
internal sealed class GermanTaxNumber() : IdentifierDetector(
    [
        new("99/999/99999"), new("999/999/99999"), new("999/9999/9999"), new("99999/99999", Evidence.Name),
        new("9999999999999", Evidence.NameOrAlone)],
    "steuernummer", "steuernr", "st.-nr", "st-nr", "tax number", "finanzamt")
{
    public override int Score => Likely;

    protected override bool IsIssued(ReadOnlySpan<char> id) => !CheckDigits.AllSame(id) && (id.Length < 13 || IsFederal(id));

    // The state first, and a zero between the office and the district.
    private static bool IsFederal(ReadOnlySpan<char> id) =>
        id[4] == '0'
        && CheckDigits.Number(id[..2])
            is 10
                or 11
                or (>= 21 and <= 24)
                or (>= 26 and <= 28)
                or (>= 30 and <= 32)
                or 40
                or 41
                or (>= 50 and <= 59)
                or (>= 90 and <= 99);
}
