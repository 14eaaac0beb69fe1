using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Icelandic identification numbers: date of birth (40 more on the day for organisations), two digits, a check digit with the weights 3, 2,
/// 7, 6, 5, 4, 3, 2, modulo eleven, and 9, 0 or 8 for the century (Registers Iceland, Kennitala).
/// </summary>
[BuiltinDetector("pii.is_kennitala", Summary = "Finds Icelandic identification numbers, by their check digit.",
    Source = "Registers Iceland, Kennitala")]
internal sealed class IcelandicNationalId() : IdentifierDetector(
    [new("999999-9999"), new("9999999999", Evidence.NameOrAlone)],
    "kennitala")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        id[9] is '9' or '0' or '8'
        && CheckDigits.Number(id[..2]) is (>= 1 and <= 31) or (>= 41 and <= 71)
        && CheckDigits.Number(id.Slice(2, 2)) is >= 1 and <= 12
        && CheckDigits.Weighted(id, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0;
}
