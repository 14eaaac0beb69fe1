using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// French tax reference numbers (SPI): thirteen digits that begin with 0 to 3; the last three are the first ten modulo 511 (Direction
/// générale des Finances publiques, numéro fiscal de référence (TIN of France, OECD)).
/// </summary>
[BuiltinDetector("pii.fr_spi", Summary = "Finds French tax reference numbers (SPI) that are named as such, by their key.",
    Source = "Direction générale des Finances publiques, numéro fiscal de référence (TIN of France, OECD)")]
internal sealed class FrenchTaxNumber() : IdentifierDetector(
    [new("99 99 999 999 999", Evidence.Name), new("9999999999999", Evidence.Name)],
    "spi", "numéro fiscal", "tin")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        id[0] <= '3' && CheckDigits.Remainder(id[..10], 511) == CheckDigits.Number(id[10..]);
}
