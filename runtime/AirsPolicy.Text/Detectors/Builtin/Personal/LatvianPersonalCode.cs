using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Latvian personal codes: date of birth, a hyphen, a digit for the century, three digits and a check digit: 1101 less the sum with the
/// weights 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, modulo eleven and ten; since 2017 numbers that begin with 32 and say nothing (Pilsonības un
/// migrācijas lietu pārvalde, Personas kods).
/// </summary>
[BuiltinDetector(
    "pii.lv_personal_code",
    Summary = "Finds Latvian personal codes, by their check digit or, of the new ones, by their beginning.",
    Source = "Pilsonības un migrācijas lietu pārvalde, Personas kods"
)]
internal sealed class LatvianPersonalCode()
    : IdentifierDetector([new("999999-99999"), new("99999999999", Evidence.Name)], "personas kods", "personas koda")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        id[0] == '3' && id[1] >= '2'
        || CalendarDates.IsDayMonthYear(id) && (1101 - CheckDigits.Weighted(id, [1, 6, 3, 7, 9, 10, 5, 8, 4, 2])) % 11 % 10 == id[10] - '0';
}
