using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Irish Personal Public Service numbers: seven digits, a check letter and perhaps a second letter: the sum with the weights 8 to 2, plus
/// nine times the second letter, modulo 23, with W for 0 (Department of Social Protection, Personal Public Service Number (Social Welfare
/// Consolidation Act 2005, section 262)).
/// </summary>
[BuiltinDetector("pii.ie_pps", Summary = "Finds Irish Personal Public Service numbers, by their check letter.",
    Source = "Department of Social Protection, Personal Public Service Number (Social Welfare Consolidation Act 2005, section 262)")]
internal sealed class IrishPersonalPublicServiceNumber() : IdentifierDetector(
    [new("9999999A"), new("9999999AA")],
    "pps", "ppsn")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        (id.Length == 8 || id[8] is >= 'a' and <= 'i' or 'w' or 't' or 'x')
        && "wabcdefghijklmnopqrstuv"[
            (CheckDigits.Weighted(id, [8, 7, 6, 5, 4, 3, 2]) + (id.Length == 8 || id[8] > 'i' ? 0 : 9 * (id[8] - 'a' + 1))) % 23
        ] == id[7];
}
