using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Portuguese tax numbers (NIF): nine digits; the last is eleven less the sum with the weights 9 to 2, modulo eleven, and 0 where that is
/// above nine (Autoridade Tributária e Aduaneira, Número de identificação fiscal (Decreto-Lei n.º 14/2013)).
/// </summary>
[BuiltinDetector("pii.pt_nif", Summary = "Finds Portuguese tax numbers (NIF) that carry their country or are named, by their check digit.",
    Source = "Autoridade Tributária e Aduaneira, Número de identificação fiscal (Decreto-Lei n.º 14/2013)")]
internal sealed class PortugueseTaxNumber() : IdentifierDetector(
    [new("pt999999999"), new("999 999 999", Evidence.Name), new("999999999", Evidence.Name)],
    "nif", "contribuinte", "tin")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        id[^9] is not ('0' or '4')
        && CheckDigits.Weighted(id[^9..], [9, 8, 7, 6, 5, 4, 3, 2]) is var sum
        && (sum % 11 < 2 ? 0 : 11 - sum % 11) == id[^1] - '0';
}
