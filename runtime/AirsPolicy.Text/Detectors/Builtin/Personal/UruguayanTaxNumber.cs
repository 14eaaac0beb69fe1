using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Uruguayan tax numbers (RUT): twelve digits; the last is what is missing in the sum with the weights 4, 3, 2, 9 to 2 to a multiple of
/// eleven (Dirección General Impositiva, Registro Único Tributario).
/// </summary>
[BuiltinDetector("pii.uy_rut", Summary = "Finds Uruguayan tax numbers (RUT) that are named as such, by their check digit.",
    Source = "Dirección General Impositiva, Registro Único Tributario")]
internal sealed class UruguayanTaxNumber() : IdentifierDetector(
    [new("999999999999", Evidence.Name)],
    "rut")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        (11 - CheckDigits.Weighted(id, [4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11 == id[11] - '0'
        && CheckDigits.Number(id[..2]) is >= 1 and <= 22;
}
