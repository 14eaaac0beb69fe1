using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Argentine tax and labour numbers (CUIT, CUIL): a kind of two digits, eight digits, and eleven less the sum with the weights 5, 4, 3, 2,
/// 7, 6, 5, 4, 3, 2, modulo eleven, with 9 for ten (Administración Federal de Ingresos Públicos, CUIT; ANSES, CUIL).
/// </summary>
[BuiltinDetector("pii.ar_cuit", Summary = "Finds Argentine tax and labour numbers (CUIT, CUIL), by their check digit.",
    Source = "Administración Federal de Ingresos Públicos, CUIT; ANSES, CUIL")]
internal sealed class ArgentineTaxNumber() : IdentifierDetector(
    [new("99-99999999-9"), new("99999999999", Evidence.NameOrAlone)],
    "cuit", "cuil", "cdi")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        CheckDigits.Number(id[..2]) is 20 or 23 or 24 or 25 or 26 or 27 or 30 or 33 or 34 or 50 or 51 or 55
        && Math.Min(9, (11 - CheckDigits.Weighted(id, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11) == id[10] - '0';
}
