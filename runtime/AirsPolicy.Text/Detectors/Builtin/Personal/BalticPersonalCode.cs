using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Estonian and Lithuanian personal codes: a digit for century and sex, date of birth, three digits, and a check digit with the weights 1
/// to 9 and 1, or 3 to 9 and 1 to 3 where that gives ten, modulo eleven (Estonian standard EVS 585 Isikukood; Lietuvos Respublikos
/// gyventojų registro įstatymas, Asmens kodas).
/// </summary>
[BuiltinDetector("pii.ee_lt_personal_code", Summary = "Finds Estonian and Lithuanian personal codes, by their check digit.",
    Source = "Estonian standard EVS 585 Isikukood; Lietuvos Respublikos gyventojų registro įstatymas, Asmens kodas")]
internal sealed class BalticPersonalCode() : IdentifierDetector(
    [new("99999999999")],
    "isikukood", "asmens kodas", "personal code")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        id[0] is >= '1' and <= '8' && CalendarDates.IsYearMonthDay(id[1..]) && Check(id) == id[10] - '0';

    private static int Check(ReadOnlySpan<char> id)
    {
        var check = CheckDigits.Weighted(id, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
        return check < 10 ? check : CheckDigits.Weighted(id, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11 % 10;
    }
}
