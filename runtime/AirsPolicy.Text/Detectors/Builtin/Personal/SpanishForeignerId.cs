using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Spanish foreigner identification numbers (NIE): X, Y or Z (0, 1 or 2 before the digits), seven digits and the letter that stands at the
/// number modulo 23 in TRWAGMYFPDXBNJZSQVHLCKE (Ministerio del Interior, Cálculo del dígito de control del NIF/NIE).
/// </summary>
[BuiltinDetector("pii.es_nie", Summary = "Finds Spanish foreigner identification numbers (NIE), by their check letter.",
    Source = "Ministerio del Interior, Cálculo del dígito de control del NIF/NIE")]
internal sealed class SpanishForeignerId() : IdentifierDetector(
    [new("A9999999A"), new("A~9999999~A"), new("A9999999~A")],
    "nie")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        id[0] is 'x' or 'y' or 'z' && "trwagmyfpdxbnjzsqvhlcke"[(10_000_000 * (id[0] - 'x') + CheckDigits.Number(id[1..8])) % 23] == id[8];
}
