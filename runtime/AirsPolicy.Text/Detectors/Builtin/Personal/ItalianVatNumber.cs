using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Italian VAT numbers: eleven digits with a Luhn check digit; the eighth to tenth are the office, 001 to 121 or one of a few above
/// (Agenzia delle Entrate, Partita IVA (D.P.R. 633/1972, articolo 35)).
/// </summary>
[BuiltinDetector("pii.it_vat", Summary = "Finds Italian VAT numbers, by their check digit.",
    Source = "Agenzia delle Entrate, Partita IVA (D.P.R. 633/1972, articolo 35)")]
internal sealed class ItalianVatNumber() : IdentifierDetector(
    [new("it99999999999"), new("99999999999", Evidence.NameOrAlone)],
    "partita iva", "p.iva", "p. iva", "iva", "vat")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        CheckDigits.Luhn(id[^11..])
        && CheckDigits.Number(id[^11..^4]) > 0
        && CheckDigits.Number(id[^4..^1]) is (>= 1 and <= 121) or 888 or 999;
}
