using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Polish PESEL numbers: date of birth (the month carries the century: 20, 40, 60 or 80 more), four digits, and a check digit: the sum with
/// the weights 1, 3, 7, 9 is a multiple of ten (Ministerstwo Cyfryzacji, Czym jest numer PESEL).
/// </summary>
[BuiltinDetector("pii.pl_pesel", Summary = "Finds Polish PESEL numbers, by their check digit.",
    Source = "Ministerstwo Cyfryzacji, Czym jest numer PESEL, https://www.gov.pl/web/gov/czym-jest-numer-pesel")]
internal sealed class PolishNationalId() : IdentifierDetector(
    [new("99999999999")],
    "pesel")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        CheckDigits.Number(id.Slice(2, 2)) % 20 is >= 1 and <= 12 && CheckDigits.Number(id.Slice(4, 2)) is >= 1 and <= 31
        && CheckDigits.Weighted(id, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 == 0;
}
