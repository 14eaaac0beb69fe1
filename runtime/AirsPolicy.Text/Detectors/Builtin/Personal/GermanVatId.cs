using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// German VAT identification numbers: DE and nine digits with the check digit of ISO/IEC 7064 MOD 11,10 (Bundeszentralamt für Steuern,
/// Umsatzsteuer-Identifikationsnummer; ISO/IEC 7064, MOD 11,10).
/// </summary>
[BuiltinDetector("pii.de_vat", Summary = "Finds German VAT identification numbers, by their check digit.",
    Source = "Bundeszentralamt für Steuern, Umsatzsteuer-Identifikationsnummer; ISO/IEC 7064, MOD 11,10")]
internal sealed class GermanVatId() : IdentifierDetector(
    [new("de999999999"), new("de 999999999"), new("de~999~999~999"), new("de.999.999.999"), new("de 99 99 99 999")],
    "ust", "vat")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) => id[2] != '0' && CheckDigits.Hybrid11(id[2..]);
}
