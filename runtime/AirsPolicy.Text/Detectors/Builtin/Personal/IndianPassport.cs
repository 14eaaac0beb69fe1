using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Numbers of Indian passports: a letter, but for Q, X and Z, and seven digits, the first and the last not 0 (Ministry of External Affairs,
/// Passport Seva).
/// </summary>
[BuiltinDetector("pii.in_passport", Summary = "Finds numbers of Indian passports.",
    Source = "Ministry of External Affairs, Passport Seva")]
internal sealed class IndianPassport() : IdentifierDetector(
    [new("A9999999", Evidence.NameOrAlone), new("A9 999999", Evidence.Name)],
    "passport")
{
    public override int Score => Likely;

    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        !"qxz".Contains(id[0], StringComparison.Ordinal) && id[1] != '0' && id[7] != '0';
}
