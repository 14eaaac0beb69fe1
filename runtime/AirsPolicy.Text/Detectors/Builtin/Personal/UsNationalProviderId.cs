using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// US National Provider Identifiers: ten digits that begin with 1 or, reserved so far, 2, with the Luhn check digit of the number behind
/// the prefix 80840, which adds 24 to its sum (Centers for Medicare &amp; Medicaid Services, NPI Standard (45 CFR 162.406), Requirements
/// for National Provider Identifier and NPI Check Digit).
/// </summary>
[BuiltinDetector(
    "pii.us_npi",
    Summary = "Finds US National Provider Identifiers, by their check digit.",
    Source = "Centers for Medicare & Medicaid Services, NPI Standard (45 CFR 162.406), Requirements for National Provider Identifier and NPI Check Digit"
)]
internal sealed class UsNationalProviderId()
    : IdentifierDetector(
        [new("9999~999~999"), new("1999999999", Evidence.NameOrAlone), new("9999999999", Evidence.Name)],
        "npi",
        "npis",
        "provider identifier",
        "national provider")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) => id[0] is '1' or '2' && (CheckDigits.LuhnSum(id) + 24) % 10 == 0;
}
