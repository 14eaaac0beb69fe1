using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Nigerian national identification numbers and bank verification numbers: eleven digits, without a check digit that is published (National
/// Identity Management Commission, NIN; Central Bank of Nigeria, BVN).
/// </summary>
[BuiltinDetector(
    "pii.ng_nin",
    Summary = "Finds Nigerian national identification numbers and bank verification numbers that are named as such.",
    Source = "National Identity Management Commission, NIN; Central Bank of Nigeria, BVN"
)]
internal sealed class NigerianIdentityNumber()
    : IdentifierDetector([new("99999999999", Evidence.Name)], "nin", "national identification number", "bvn", "bank verification")
{
    public override int Score => Likely;

    protected override bool IsIssued(ReadOnlySpan<char> id) => !CheckDigits.AllSame(id);
}
