using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Swedish organisation numbers: ten digits with a Luhn check digit, the third at least 2 (Bolagsverket, Organisationsnummer (SKV 709)).
/// </summary>
[BuiltinDetector("pii.se_organisation", Summary = "Finds Swedish organisation numbers, by their check digit.",
    Source = "Bolagsverket, Organisationsnummer (SKV 709)")]
internal sealed class SwedishOrganisationNumber() : IdentifierDetector(
    [new("999999-9999"), new("9999999999", Evidence.NameOrAlone)],
    "orgnummer", "organisationsnummer", "org.nr", "org nr", "orgnr")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        id[0] is >= '1' and <= '9' and not '4' && id[2] >= '2' && CheckDigits.Luhn(id);
}
