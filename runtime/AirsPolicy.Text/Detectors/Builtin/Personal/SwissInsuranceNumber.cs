using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Swiss AHV numbers: 756, nine digits, and the check digit of EAN-13 (Zentrale Ausgleichsstelle, AHV-Nummer (AHVV, Artikel 133)).
/// </summary>
[BuiltinDetector("pii.ch_ahv", Summary = "Finds Swiss AHV numbers, by their check digit.",
    Source = "Zentrale Ausgleichsstelle, AHV-Nummer (AHVV, Artikel 133)")]
internal sealed class SwissInsuranceNumber() : IdentifierDetector(
    [new("756.9999.9999.99"), new("7569999999999"), new("756 9999 9999 99")],
    "ahv", "avs")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        CheckDigits.Weighted(id, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 == 0 && !CheckDigits.AllSame(id[3..]);
}
