using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Australian Business Numbers: eleven digits: with one taken from the first, the sum with the weights 10, 1, 3, 5 to 19 is a multiple of
/// 89 (Australian Business Register, Format of the ABN).
/// </summary>
[BuiltinDetector("pii.au_abn", Summary = "Finds Australian Business Numbers, by their check digits.",
    Source = "Australian Business Register, Format of the ABN, https://abr.business.gov.au/Help/AbnFormat")]
internal sealed class AustralianBusinessNumber() : IdentifierDetector(
    [new("99~999~999~999"), new("99999999999")],
    "abn", "business number")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        id[0] != '0' && (CheckDigits.Weighted(id, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 == 0;
}
