using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Numbers of Italian passports: two letters and seven digits (Polizia di Stato, Passaporto (ICAO Doc 9303, part 4)).
/// </summary>
[BuiltinDetector("pii.it_passport", Summary = "Finds numbers of Italian passports.",
    Source = "Polizia di Stato, Passaporto (ICAO Doc 9303, part 4)")]
internal sealed class ItalianPassport() : IdentifierDetector(
    [new("AA9999999", Evidence.NameOrAlone)],
    "passaporto", "passport")
{
    public override int Score => Likely;

    protected override bool IsIssued(ReadOnlySpan<char> id) => true;
}
