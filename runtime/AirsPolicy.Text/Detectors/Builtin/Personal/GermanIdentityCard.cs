using System.Buffers;
using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Serial numbers of German identity cards: nine characters without vowels and without B, D, Q and S, that begin with L, M, N, P, R, T, V,
/// W, X or Y, and a check digit (weights 7, 3, 1, letters counting 10 to 35), without which they are named (Bundesministerium des Innern,
/// Personalausweis: Seriennummer (Personalausweisverordnung, Anhang 3); check digit of ICAO Doc 9303, part 3).
/// </summary>
[BuiltinDetector(
    "pii.de_id_card",
    Summary = "Finds serial numbers of German identity cards, by their check digit.",
    Source = "Bundesministerium des Innern, Personalausweis: Seriennummer (Personalausweisverordnung, Anhang 3); check digit of ICAO Doc 9303, part 3"
)]
internal sealed class GermanIdentityCard()
    : IdentifierDetector(
        [new("AXXXXXXXX9", Evidence.NameOrAlone), new("AXXXXXXXX", Evidence.Name)],
        "ausweis",
        "personalausweis",
        "ausweisnummer",
        "personalausweisnummer",
        "identity card",
        "id card")
{
    private static readonly SearchValues<char> s_unused = SearchValues.Create("abdeioqsu");

    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        "lmnprtvwxy".Contains(id[0], StringComparison.Ordinal) && !id.ContainsAny(s_unused)
        && (id.Length == 9 || CheckDigits.Weighted(id, [7, 3, 1, 7, 3, 1, 7, 3, 1]) % 10 == id[9] - '0');
}
