using System.Buffers;
using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Serial numbers of German passports: nine characters without vowels and without B, D, Q and S, that begin with C, F, G, H, J or K, with a
/// check digit (weights 7, 3, 1, letters counting 10 to 35) (Bundesdruckerei, Seriennummer (Passverordnung, Anlage 1); check digit of ICAO
/// Doc 9303, part 3).
/// </summary>
[BuiltinDetector("pii.de_passport", Summary = "Finds serial numbers of German passports, by their check digit.",
    Source = "Bundesdruckerei, Seriennummer (Passverordnung, Anlage 1); check digit of ICAO Doc 9303, part 3")]
internal sealed class GermanPassport() : IdentifierDetector(
    [new("AXXXXXXX9", Evidence.NameOrAlone)],
    "pass", "reisepass", "passport", "passnummer", "reisepassnummer")
{
    private static readonly SearchValues<char> s_unused = SearchValues.Create("abdeioqsu");

    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        id[0] is 'c' or 'f' or 'g' or 'h' or 'j' or 'k'
        && !id.ContainsAny(s_unused)
        && CheckDigits.Weighted(id, [7, 3, 1, 7, 3, 1, 7, 3]) % 10 == id[8] - '0';
}
