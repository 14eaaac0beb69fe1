using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Social Security numbers: area (three digits), group (two), serial (four). No area is 000, 666 or above 899, no group 00 and no serial
/// 0000 (Social Security Administration, POMS RM 10201.035 and the randomization of 2011). Of the nine digits alone many numbers are made:
/// they count with the same separator between all parts, or with a word for them nearby.
/// </summary>
[BuiltinDetector(
    "pii.us_ssn",
    Summary = "Finds US Social Security numbers: with separators, or nine digits near a word for them.",
    Source = "Social Security Administration, POMS RM 10201.035, and Social Security Number Randomization, https://www.ssa.gov/employer/randomization.html"
)]
internal sealed class UsSocialSecurityNumber()
    : IdentifierDetector(
        [new("999~99~9999"), new("999.99.9999"), new("999999999", Evidence.Name)],
        "ssn",
        "ssns",
        "social security",
        "soc sec",
        "ss#",
        "ss no")
{
    public override int Score => Likely;

    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        CheckDigits.Number(id[..3]) is > 0 and not 666 and < 900 && id[3..5] is not "00" && id[5..] is not "0000"
        // The two that were printed on specimens and that the Administration has declared void.
        && id is not ("078051120" or "219099999");
}
