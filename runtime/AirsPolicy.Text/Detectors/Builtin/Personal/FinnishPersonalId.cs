using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Finnish personal identity codes: date of birth, a sign for the century (+, -, Y to U, A to F), three digits, and the nine digits modulo
/// 31 in 0123456789ABCDEFHJKLMNPRSTUVWXY (Digital and Population Data Services Agency, Personal identity code (Government Decree 128/2010,
/// century signs of 2023)).
/// </summary>
[BuiltinDetector("pii.fi_hetu", Summary = "Finds Finnish personal identity codes, by their check character.",
    Source = "Digital and Population Data Services Agency, Personal identity code (Government Decree 128/2010, century signs of 2023)")]
internal sealed class FinnishPersonalId() : IdentifierDetector(
    [new("999999-999X"), new("999999+999X"), new("999999A999X")],
    "hetu", "henkilötunnus", "personbeteckning")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        CalendarDates.IsDayMonthYear(id) && (id.Length == 10 || id[6] is (>= 'a' and <= 'f') or (>= 'u' and <= 'y'))
        && "0123456789abcdefhjklmnprstuvwxy"[(1000 * CheckDigits.Number(id[..6]) + CheckDigits.Number(id[^4..^1])) % 31] == id[^1];
}
