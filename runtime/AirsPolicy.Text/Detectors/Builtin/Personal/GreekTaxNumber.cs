using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Greek tax numbers (AFM): nine digits; the last is the sum with the powers of two from 256 down to 2, modulo eleven and ten (Ανεξάρτητη
/// Αρχή Δημοσίων Εσόδων, Αριθμός Φορολογικού Μητρώου).
/// </summary>
[BuiltinDetector("pii.gr_afm", Summary = "Finds Greek tax numbers (AFM) that carry their country or are named, by their check digit.",
    Source = "Ανεξάρτητη Αρχή Δημοσίων Εσόδων, Αριθμός Φορολογικού Μητρώου")]
internal sealed class GreekTaxNumber() : IdentifierDetector(
    [new("el999999999"), new("999999999", Evidence.Name)],
    "afm", "αφμ", "α.φ.μ")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        !CheckDigits.AllSame(id[^9..]) && CheckDigits.Weighted(id[^9..], [256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 == id[^1] - '0';
}
