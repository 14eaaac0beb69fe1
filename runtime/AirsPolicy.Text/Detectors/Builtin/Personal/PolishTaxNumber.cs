using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Polish tax numbers (NIP): ten digits; the last is the sum with the weights 6, 5, 7, 2, 3, 4, 5, 6, 7, modulo eleven (Ministerstwo
/// Finansów, Numer identyfikacji podatkowej (ustawa z 13 października 1995)).
/// </summary>
[BuiltinDetector("pii.pl_nip", Summary = "Finds Polish tax numbers (NIP), by their check digit.",
    Source = "Ministerstwo Finansów, Numer identyfikacji podatkowej (ustawa z 13 października 1995)")]
internal sealed class PolishTaxNumber() : IdentifierDetector(
    [new("999-999-99-99"), new("999-99-99-999"), new("pl9999999999"), new("9999999999", Evidence.Name)],
    "nip")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        CheckDigits.Weighted(id[^10..], [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == id[^1] - '0' && !CheckDigits.AllSame(id[^10..]);
}
