using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Canadian Social Insurance Numbers: nine digits with a Luhn check digit that begin with 1 to 7 or 9 (Employment and Social Development
/// Canada, Social Insurance Number (SIN) code of practice).
/// </summary>
[BuiltinDetector("pii.ca_sin", Summary = "Finds Canadian Social Insurance Numbers, by their check digit.",
    Source = "Employment and Social Development Canada, Social Insurance Number (SIN) code of practice")]
internal sealed class CanadianSocialInsuranceNumber() : IdentifierDetector(
    [new("999~999~999", Evidence.NameOrAlone), new("999-999-999"), new("999999999", Evidence.NameOrAlone)],
    "sin", "nas", "social insurance", "assurance sociale")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        id[0] is not ('0' or '8') && !CheckDigits.AllSame(id) && CheckDigits.Luhn(id);
}
