using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Norwegian national identity numbers: date of birth (40 more on the day for D numbers), three digits, and two check digits with the
/// weights 3, 7, 6, 1, 8, 9, 4, 5, 2 and 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, modulo eleven (Skatteetaten, Fødselsnummer and D-nummer (forskrift
/// til folkeregisterloven, § 2-2-1)).
/// </summary>
[BuiltinDetector("pii.no_fodselsnummer", Summary = "Finds Norwegian national identity numbers, by both their check digits.",
    Source = "Skatteetaten, Fødselsnummer and D-nummer (forskrift til folkeregisterloven, § 2-2-1)")]
internal sealed class NorwegianNationalId() : IdentifierDetector(
    [new("999999~99999"), new("99999999999")],
    "fødselsnummer", "personnummer")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        CheckDigits.Number(id[..2]) is (>= 1 and <= 31) or (>= 41 and <= 71)
        && CheckDigits.Number(id.Slice(2, 2)) is (>= 1 and <= 12) or (>= 41 and <= 52)
        && CheckDigits.Weighted(id, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 == 0
        && CheckDigits.Weighted(id, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0;
}
