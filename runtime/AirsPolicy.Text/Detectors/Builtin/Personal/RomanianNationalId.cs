using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Romanian personal numeric codes (CNP): a digit for sex and century, date of birth, the county, three digits, and the sum with the
/// weights 279146358279, modulo eleven, with 1 for ten (Direcția Generală pentru Evidența Persoanelor, Codul numeric personal (O.U.G.
/// 97/2005)).
/// </summary>
[BuiltinDetector("pii.ro_cnp", Summary = "Finds Romanian personal numeric codes (CNP), by their check digit.",
    Source = "Direcția Generală pentru Evidența Persoanelor, Codul numeric personal (O.U.G. 97/2005)")]
internal sealed class RomanianNationalId() : IdentifierDetector(
    [new("9999999999999")],
    "cnp", "cod numeric")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        id[0] != '0'
        && CalendarDates.IsYearMonthDay(id[1..])
        && CheckDigits.Number(id.Slice(7, 2)) is (>= 1 and <= 52) or 70 or (>= 80 and <= 83)
        && CheckDigits.Weighted(id, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11 is var check
        && (check == 10 ? 1 : check) == id[12] - '0';
}
