using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Dutch citizen service numbers: nine digits whose sum with the weights 9 to 2 and -1 is a multiple of eleven (Rijksdienst voor
/// Identiteitsgegevens, Logisch Ontwerp BSN).
/// </summary>
[BuiltinDetector("pii.nl_bsn", Summary = "Finds Dutch citizen service numbers that are named as such, by the eleven-test.",
    Source = "Rijksdienst voor Identiteitsgegevens, Logisch Ontwerp BSN")]
internal sealed class DutchCitizenServiceNumber() : IdentifierDetector(
    [new("9999~99~999", Evidence.Name), new("9999.99.999", Evidence.Name), new("999999999", Evidence.Name)],
    "bsn", "burgerservicenummer", "sofinummer", "sofi", "citizen service")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        !CheckDigits.AllSame(id) && CheckDigits.Weighted(id, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 == 0;
}
