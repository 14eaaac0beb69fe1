using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Routing transit numbers of US banks: nine digits: the first two are 00 to 12, 21 to 32, 61 to 72 or 80, and the sum with the weights 3,
/// 7, 1 is a multiple of ten (American Bankers Association, Routing Number Policy &amp; Procedures).
/// </summary>
[BuiltinDetector("pii.us_routing", Summary = "Finds routing transit numbers of US banks, by their check digit.",
    Source = "American Bankers Association, Routing Number Policy & Procedures")]
internal sealed class UsRoutingNumber() : IdentifierDetector(
    [new("9999-9999-9"), new("999999999", Evidence.NameOrAlone)],
    "aba", "routing", "rtn", "transit")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        CheckDigits.Number(id[..2]) is <= 12 or (>= 21 and <= 32) or (>= 61 and <= 72) or 80 && !CheckDigits.AllSame(id)
        && CheckDigits.Weighted(id, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0;
}
