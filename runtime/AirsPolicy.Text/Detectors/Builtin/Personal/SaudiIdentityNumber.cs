using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Saudi national and residence (iqama) numbers: ten digits with a Luhn check digit that begin with 1 or 2 (Ministry of Interior, Absher:
/// National ID and Iqama).
/// </summary>
[BuiltinDetector("pii.sa_id", Summary = "Finds Saudi national and residence (iqama) numbers that are named as such, by their check digit.",
    Source = "Ministry of Interior, Absher: National ID and Iqama")]
internal sealed class SaudiIdentityNumber() : IdentifierDetector(
    [new("9999999999", Evidence.Name)],
    "iqama", "saudi id", "national id", "الهوية", "هوية")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) => id[0] is '1' or '2' && CheckDigits.Luhn(id);
}
