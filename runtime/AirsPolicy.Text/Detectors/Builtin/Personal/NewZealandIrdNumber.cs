using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// New Zealand IRD numbers: eight or nine digits; the sum with the weights 3, 2, 7, 6, 5, 4, 3, 2 decides the last, with a second set of
/// weights where it would be ten (Inland Revenue, Resident Withholding Tax and Non-Resident Withholding Tax: IRD number validation).
/// </summary>
[BuiltinDetector(
    "pii.nz_ird",
    Summary = "Finds New Zealand IRD numbers that are named as such, by their check digit.",
    Source = "Inland Revenue, Resident Withholding Tax and Non-Resident Withholding Tax: IRD number validation"
)]
internal sealed class NewZealandIrdNumber()
    : IdentifierDetector(
        [
            new("99-999-999", Evidence.Name),
            new("999-999-999", Evidence.Name),
            new("99999999", Evidence.Name),
            new("999999999", Evidence.Name),
        ],
        "ird")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        CheckDigits.Number(id) is > 10_000_000 and < 200_000_000
        && Check(id[(id.Length - 8)..], id.Length == 9 ? id[0] - '0' : 0) == id[^1] - '0';

    private static int Check(ReadOnlySpan<char> last, int first)
    {
        var check = -(3 * first + CheckDigits.Weighted(last, [2, 7, 6, 5, 4, 3, 2])) % 11;
        if (check < 0) check += 11;
        if (check < 10) return check;
        check = -(7 * first + CheckDigits.Weighted(last, [4, 3, 2, 5, 2, 7, 6])) % 11;
        return check < 0 ? check + 11 : check;
    }
}
