using AirsPolicy.Runtime.Text.Detectors.Builtin.Checks;
using AirsPolicy.Runtime.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Runtime.Text.Detectors.Builtin.Personal;

/// <summary>
/// German tax numbers as their offices write them, with slashes: the office, the district, and a number with its check digit, parted by slashes, in one of
/// the forms of the states; where named, the thirteen digits of the federal form (Bundesministerium der Finanzen, Aufbau der Steuernummer; ELSTER, Prüfung
/// der Steuer- und Steueridentifikationsnummer).
/// </summary>
[BuiltinDetector("pii.de_tax_number", Summary = "Finds German tax numbers as their offices write them, with slashes.",
    Source = "Bundesministerium der Finanzen, Aufbau der Steuernummer; ELSTER, Prüfung der Steuer- und Steueridentifikationsnummer")]
internal sealed class GermanTaxNumber() : IdentifierDetector(
    [
        new("99/999/99999"), new("999/999/99999"), new("999/9999/9999"), new("99999/99999", Evidence.Name),
        new("9999999999999", Evidence.Name)],
    "steuernummer", "steuernr", "st.-nr", "st-nr", "tax number", "finanzamt")
{
    public override int Score => Likely;

    protected override bool IsIssued(ReadOnlySpan<char> id) => !CheckDigits.AllSame(id);
}
