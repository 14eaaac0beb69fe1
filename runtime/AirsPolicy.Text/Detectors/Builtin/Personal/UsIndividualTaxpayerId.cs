using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// US Individual Taxpayer Identification Numbers: nine digits that begin with 9, with a group (the fourth and fifth) of 50 to 65, 70 to 88,
/// 90 to 92 or 94 to 99; written like Social Security numbers (Internal Revenue Service, Publication 1915, Understanding Your IRS
/// Individual Taxpayer Identification Number).
/// </summary>
[BuiltinDetector("pii.us_itin", Summary = "Finds US Individual Taxpayer Identification Numbers.",
    Source = "Internal Revenue Service, Publication 1915, Understanding Your IRS Individual Taxpayer Identification Number")]
internal sealed class UsIndividualTaxpayerId() : IdentifierDetector(
    [new("999~99~9999"), new("999999999", Evidence.NameOrAlone)],
    "itin", "taxpayer identification", "tax id", "tax identification")
{
    public override int Score => Likely;

    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        id[0] == '9' && CheckDigits.Number(id.Slice(3, 2)) is (>= 50 and <= 65) or (>= 70 and <= 88) or (>= 90 and <= 92) or >= 94;
}
