using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Czech and Slovak birth numbers: date of birth (50 more on the month for women, 20 more where numbers ran out), a slash and four digits;
/// the whole is a multiple of eleven (Ministerstvo vnitra, Rodné číslo (zákon č. 133/2000 Sb., § 13)).
/// </summary>
[BuiltinDetector("pii.cz_birth_number", Summary = "Finds Czech and Slovak birth numbers, by their check digit.",
    Source = "Ministerstvo vnitra, Rodné číslo (zákon č. 133/2000 Sb., § 13)")]
internal sealed class CzechBirthNumber() : IdentifierDetector(
    [new("999999/9999"), new("9999999999", Evidence.NameOrAlone)],
    "rodné číslo", "rodne cislo", "rč", "r.č", "r. č", "rodné čislo")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        CheckDigits.Number(id.Slice(2, 2)) % 50 is (>= 1 and <= 12) or (>= 21 and <= 32)
        && CheckDigits.Number(id.Slice(4, 2)) is >= 1 and <= 31
        && (CheckDigits.Remainder(id, 11) == 0 || CheckDigits.Remainder(id[..9], 11) == 10 && id[9] == '0');
}
