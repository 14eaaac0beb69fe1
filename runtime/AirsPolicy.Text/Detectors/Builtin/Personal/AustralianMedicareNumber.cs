using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Numbers of Australian Medicare cards: eight digits that begin with 2 to 6, their check digit (weights 1, 3, 7, 9, modulo ten), the
/// issue, and perhaps the place on the card (Services Australia, Medicare card number, HL7 AU Base: Australian Medicare Card Number).
/// </summary>
[BuiltinDetector("pii.au_medicare", Summary = "Finds numbers of Australian Medicare cards, by their check digit.",
    Source = "Services Australia, Medicare card number, HL7 AU Base: Australian Medicare Card Number")]
internal sealed class AustralianMedicareNumber() : IdentifierDetector(
    [new("9999~99999~9"), new("9999999999", Evidence.NameOrAlone), new("99999999999", Evidence.Name)],
    "medicare")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        id[0] is >= '2' and <= '6' && CheckDigits.Weighted(id, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 == id[8] - '0';
}
