using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Numbers of Spanish passports: three letters and six digits (Dirección General de la Policía, Pasaporte (Real Decreto 896/2003)).
/// </summary>
[BuiltinDetector("pii.es_passport", Summary = "Finds numbers of Spanish passports.",
    Source = "Dirección General de la Policía, Pasaporte (Real Decreto 896/2003)")]
internal sealed class SpanishPassport() : IdentifierDetector(
    [new("AAA999999", Evidence.NameOrAlone)],
    "pasaporte", "passport")
{
    public override int Score => Likely;

    protected override bool IsIssued(ReadOnlySpan<char> id) => true;
}
