using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Bulgarian uniform civil numbers (EGN): date of birth (the month carries the century: 20 or 40 more), three digits, and the sum with the
/// weights 2, 4, 8, 5, 10, 9, 7, 3, 6, modulo eleven and ten (ГРАО, Единен граждански номер (Закон за гражданската регистрация)).
/// </summary>
[BuiltinDetector("pii.bg_egn", Summary = "Finds Bulgarian uniform civil numbers (EGN), by their check digit.",
    Source = "ГРАО, Единен граждански номер (Закон за гражданската регистрация)")]
internal sealed class BulgarianCitizenNumber() : IdentifierDetector(
    [new("9999999999", Evidence.NameOrAlone)],
    "egn", "егн", "граждански номер")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        CheckDigits.Number(id.Slice(2, 2)) is (>= 1 and <= 12) or (>= 21 and <= 32) or (>= 41 and <= 52)
        && CheckDigits.Number(id.Slice(4, 2)) is >= 1 and <= 31
        && CheckDigits.Weighted(id, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10 == id[9] - '0';
}
