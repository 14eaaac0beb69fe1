using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Thai national identification numbers: a digit 1 to 8 for the kind of holder, the place (of which 10 to 96 are in use, by regions), nine
/// digits, and eleven less the sum with the weights 13 to 2, modulo eleven and ten (Department of Provincial Administration,
/// เลขประจำตัวประชาชน).
/// </summary>
[BuiltinDetector("pii.th_national_id", Summary = "Finds Thai national identification numbers, by their check digit.",
    Source = "Department of Provincial Administration, เลขประจำตัวประชาชน")]
internal sealed class ThaiNationalId() : IdentifierDetector(
    [new("9-9999-99999-99-9"), new("9 9999 99999 99 9"), new("9999999999999", Evidence.NameOrAlone)],
    "thai id", "thai national", "tnin", "บัตรประชาชน", "ประจำตัวประชาชน", "national id")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        id[0] is >= '1' and <= '8'
        && CheckDigits.Number(id.Slice(1, 2))
            is (>= 10 and <= 27)
                or (>= 30 and <= 58)
                or (>= 60 and <= 67)
                or (>= 70 and <= 77)
                or (>= 80 and <= 86)
                or (>= 90 and <= 96)
        && (11 - CheckDigits.Weighted(id, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 10 == id[12] - '0';
}
