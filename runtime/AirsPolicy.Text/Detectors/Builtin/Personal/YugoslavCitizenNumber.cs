using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// The personal numbers of Serbia, Bosnia, Montenegro, North Macedonia and Slovenia (JMBG, EMŠO): date of birth with three digits of the
/// year, region, three digits, and a check digit: the sum with the weights 7 to 2 twice is a multiple of eleven with it (Zakon o centralnem
/// registru prebivalstva (EMŠO); Zakon o jedinstvenom matičnom broju građana).
/// </summary>
[BuiltinDetector(
    "pii.jmbg",
    Summary = "Finds the personal numbers of Serbia, Bosnia, Montenegro, North Macedonia and Slovenia (JMBG, EMŠO), by their check digit.",
    Source = "Zakon o centralnem registru prebivalstva (EMŠO); Zakon o jedinstvenom matičnom broju građana"
)]
internal sealed class YugoslavCitizenNumber() : IdentifierDetector([new("9999999999999")], "jmbg", "emšo", "emso", "embg")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        CalendarDates.Exists(1000 + CheckDigits.Number(id.Slice(4, 3)), CheckDigits.Number(id.Slice(2, 2)), CheckDigits.Number(id[..2]))
        && id[4] is '9' or '0'
        && CheckDigits.Weighted(id, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0;
}
