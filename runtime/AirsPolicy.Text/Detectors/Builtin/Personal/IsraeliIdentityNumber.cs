using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Israeli identity numbers: nine digits with a Luhn check digit (Population and Immigration Authority, Identity number (Teudat Zehut)).
/// </summary>
[BuiltinDetector("pii.il_id", Summary = "Finds Israeli identity numbers that are named as such, by their check digit.",
    Source = "Population and Immigration Authority, Identity number (Teudat Zehut)")]
internal sealed class IsraeliIdentityNumber() : IdentifierDetector(
    [new("99999999-9", Evidence.Name), new("999999999", Evidence.Name)],
    "teudat zehut", "ת.ז", "תעודת זהות", "israeli id", "identity number", "מספר זהות")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) => !CheckDigits.AllSame(id) && CheckDigits.Luhn(id);
}
