using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Equipment identities of mobile phones (IMEI): fourteen digits and a Luhn check digit (3GPP TS 23.003, section 6.2).
/// </summary>
[BuiltinDetector("pii.imei", Summary = "Finds equipment identities of mobile phones (IMEI) that are named as such, by their check digit.",
    Source = "3GPP TS 23.003, section 6.2")]
internal sealed class Imei() : IdentifierDetector(
    [new("99-999999-999999-9"), new("999999999999999", Evidence.Name)],
    "imei")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) => !CheckDigits.AllSame(id) && CheckDigits.Luhn(id);
}
