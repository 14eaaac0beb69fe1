using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Kazakh individual identification numbers: date of birth, a digit for century and sex, four digits, and the sum with the weights 1 to 11,
/// or 3 to 11, 1, 2 where that gives ten, modulo eleven (Министерство юстиции Республики Казахстан, Индивидуальный идентификационный
/// номер).
/// </summary>
[BuiltinDetector("pii.kz_iin", Summary = "Finds Kazakh individual identification numbers that are named as such, by their check digit.",
    Source = "Министерство юстиции Республики Казахстан, Индивидуальный идентификационный номер")]
internal sealed class KazakhIdentityNumber() : IdentifierDetector(
    [new("999999999999", Evidence.Name)],
    "иин", "жсн", "iin")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        CalendarDates.IsYearMonthDay(id) && id[6] <= '6' && Check(id) == id[11] - '0';

    private static int Check(ReadOnlySpan<char> id)
    {
        var check = CheckDigits.Weighted(id, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11;
        return check < 10 ? check : CheckDigits.Weighted(id, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11;
    }
}
