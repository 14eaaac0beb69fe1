using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Hungarian tax identifiers: 8, five digits of the date of birth, three digits and the sum with the weights 1 to 9, modulo eleven (Nemzeti
/// Adó- és Vámhivatal, Adóazonosító jel (1996. évi XX. törvény, melléklet)).
/// </summary>
[BuiltinDetector("pii.hu_tax_id", Summary = "Finds Hungarian tax identifiers that are named as such, by their check digit.",
    Source = "Nemzeti Adó- és Vámhivatal, Adóazonosító jel (1996. évi XX. törvény, melléklet)")]
internal sealed class HungarianTaxId() : IdentifierDetector(
    [new("9999999999", Evidence.Name)],
    "adóazonosító", "adóazonosító jel", "adószám")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        id[0] == '8' && CheckDigits.Weighted(id, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 == id[9] - '0';
}
