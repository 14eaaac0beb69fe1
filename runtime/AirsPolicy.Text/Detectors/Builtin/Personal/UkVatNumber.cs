using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// VAT registration numbers of the United Kingdom: GB and nine digits: the sum of the first seven with the weights 8 to 2, plus the last
/// two, is a multiple of 97, or 42 or 55 more than one (HMRC, VAT Notice 700 and the VAT number validation algorithm for software
/// developers).
/// </summary>
[BuiltinDetector("pii.uk_vat", Summary = "Finds VAT registration numbers of the United Kingdom, by their check digits.",
    Source = "HMRC, VAT Notice 700 and the VAT number validation algorithm for software developers")]
internal sealed class UkVatNumber() : IdentifierDetector(
    [new("gb999999999"), new("gb 999 9999 99"), new("gb 999999999")],
    "vat")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        CheckDigits.Weighted(id[2..], [8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97 is 0 or 42 or 55 && !CheckDigits.AllSame(id[2..]);
}
