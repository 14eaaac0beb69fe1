using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// UK Unique Taxpayer References: ten digits; the first checks the others: their sum with the weights 6, 7, 8, 9, 10, 5, 4, 3, 2, modulo
/// eleven, names one of "21987654321" (HMRC, Unique Taxpayer Reference: specification of the check digit for software developers).
/// </summary>
[BuiltinDetector("pii.uk_utr", Summary = "Finds UK Unique Taxpayer References that are named as such, by their check digit.",
    Source = "HMRC, Unique Taxpayer Reference: specification of the check digit for software developers")]
internal sealed class UkUniqueTaxpayerReference() : IdentifierDetector(
    [new("99999~99999", Evidence.Name), new("9999999999", Evidence.Name)],
    "utr", "taxpayer reference", "tax reference", "self assessment")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        "21987654321"[CheckDigits.Weighted(id[1..], [6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11] == id[0];
}
