using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// US Employer Identification Numbers: two digits, a hyphen and seven digits; the prefixes that no campus assigns do not count (Internal
/// Revenue Service, How EINs are assigned and valid EIN prefixes).
/// </summary>
[BuiltinDetector("pii.us_ein", Summary = "Finds US Employer Identification Numbers that are named as such.",
    Source = "Internal Revenue Service, How EINs are assigned and valid EIN prefixes")]
internal sealed class UsEmployerId() : IdentifierDetector(
    [new("99-9999999", Evidence.Name)],
    "ein", "fein", "employer identification", "employer id", "federal tax id", "federal tax identification")
{
    public override int Score => Likely;

    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        CheckDigits.Number(id[..2]) is not (0 or 7 or 8 or 9 or 17 or 18 or 19 or 28 or 29 or 49 or 69 or 70 or 78 or 79 or 89 or 96 or 97);
}
