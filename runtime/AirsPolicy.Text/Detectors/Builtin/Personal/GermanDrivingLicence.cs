using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Numbers of German driving licences: eleven characters: a letter or two for the authority with digits up to the tenth place, and the
/// issue (Kraftfahrt-Bundesamt, Führerscheinnummer (Fahrerlaubnis-Verordnung, Anlage 8)).
/// </summary>
[BuiltinDetector("pii.de_driving_licence", Summary = "Finds numbers of German driving licences.",
    Source = "Kraftfahrt-Bundesamt, Führerscheinnummer (Fahrerlaubnis-Verordnung, Anlage 8)")]
internal sealed class GermanDrivingLicence() : IdentifierDetector(
    [new("AA99999999X", Evidence.NameOrAlone), new("A999XXXXX9X", Evidence.Name)],
    "fuehrerschein", "führerschein", "führerscheinnummer", "driving licence", "driver license")
{
    public override int Score => Likely;

    // DE and nine digits are a German VAT number.
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        !id.StartsWith("de", StringComparison.Ordinal) || id[2..].ContainsAnyExceptInRange('0', '9');
}
