using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// German physician numbers (LANR): six digits, their check digit (weights 4 and 9 in turn, what is missing to ten) and two digits of the
/// specialty (Kassenärztliche Bundesvereinigung, Richtlinie zur Vergabe der Arzt- und Betriebsstättennummern (§ 75 Absatz 7 SGB V)).
/// </summary>
[BuiltinDetector("pii.de_physician", Summary = "Finds German physician numbers (LANR), by their check digit.",
    Source = "Kassenärztliche Bundesvereinigung, Richtlinie zur Vergabe der Arzt- und Betriebsstättennummern (§ 75 Absatz 7 SGB V)")]
internal sealed class GermanPhysicianNumber() : IdentifierDetector(
    [new("999999999", Evidence.NameOrAlone)],
    "lanr", "arztnummer")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        !CheckDigits.AllSame(id) && (CheckDigits.Weighted(id, [4, 9, 4, 9, 4, 9]) + id[6] - '0') % 10 == 0 && id[7..] is not "00";
}
