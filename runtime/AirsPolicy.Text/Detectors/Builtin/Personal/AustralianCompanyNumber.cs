using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Australian Company Numbers: nine digits: the sum with the weights 8 to 1 and the last is a multiple of ten (Australian Securities and
/// Investments Commission, Australian Company Number digit check).
/// </summary>
[BuiltinDetector("pii.au_acn", Summary = "Finds Australian Company Numbers, by their check digit.",
    Source = "Australian Securities and Investments Commission, Australian Company Number digit check")]
internal sealed class AustralianCompanyNumber() : IdentifierDetector(
    [new("999~999~999", Evidence.NameOrAlone), new("999999999", Evidence.NameOrAlone)],
    "acn", "company number")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        !CheckDigits.AllSame(id) && CheckDigits.Weighted(id, [8, 7, 6, 5, 4, 3, 2, 1, 1]) % 10 == 0;
}
