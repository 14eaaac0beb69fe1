using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Indian goods and services tax numbers (GSTIN): the code of the state (01 to 38), a permanent account number, a digit or letter, Z, and a
/// check character whose rule is not published (Goods and Services Tax Network, Structure of GSTIN).
/// </summary>
[BuiltinDetector("pii.in_gstin", Summary = "Finds Indian goods and services tax numbers (GSTIN).",
    Source = "Goods and Services Tax Network, Structure of GSTIN")]
internal sealed class IndianGoodsAndServicesTaxNumber() : IdentifierDetector(
    [new("99AAAAA9999AXzX")],
    "gstin", "gst")
{
    public override int Score => Likely;

    protected override bool IsIssued(ReadOnlySpan<char> id) => CheckDigits.Number(id[..2]) is (>= 1 and <= 37) or 97 or 99;
}
