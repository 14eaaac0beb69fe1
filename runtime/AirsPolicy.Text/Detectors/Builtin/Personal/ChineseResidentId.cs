using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Chinese resident identity numbers: the place, date of birth with the whole year, three digits, and the check character of ISO/IEC 7064
/// MOD 11-2 (GB 11643-1999, Citizen identification number).
/// </summary>
[BuiltinDetector("pii.cn_resident_id", Summary = "Finds Chinese resident identity numbers, by their check character.",
    Source = "GB 11643-1999, Citizen identification number")]
internal sealed class ChineseResidentId() : IdentifierDetector(
    [new("99999999999999999X")],
    "身份证", "身份證", "resident identity")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        id[17] is <= '9' or 'x'
        && CheckDigits.Number(id.Slice(6, 4)) is >= 1850 and < 2100
        && CalendarDates.Exists(
            CheckDigits.Number(id.Slice(6, 4)),
            CheckDigits.Number(id.Slice(10, 2)),
            CheckDigits.Number(id.Slice(12, 2)))
        && "10x98765432"[CheckDigits.Weighted(id, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11] == id[17];
}
