using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// German pension insurance numbers: two digits of the area, the date of birth, the first letter of the name, two digits and a check digit:
/// the digit sums of the products with the weights 2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1, modulo ten, the letter counting as two digits
/// (Deutsche Rentenversicherung, Versicherungsnummer (Verordnung über die Versicherungsnummer, VKVV, § 2)).
/// </summary>
[BuiltinDetector("pii.de_social_security", Summary = "Finds German pension insurance numbers, by their check digit.",
    Source = "Deutsche Rentenversicherung, Versicherungsnummer (Verordnung über die Versicherungsnummer, VKVV, § 2)")]
internal sealed class GermanPensionInsuranceNumber() : IdentifierDetector(
    [new("99999999A999"), new("99~999999~A~999")],
    "sozialversicherungsnummer", "rentenversicherungsnummer", "versicherungsnummer")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        CheckDigits.Number(id.Slice(4, 2)) is >= 1 and <= 12
        && CheckDigits.Number(id.Slice(2, 2)) is >= 1 and <= 81
        && Check(id) == id[11] - '0';

    private static int Check(ReadOnlySpan<char> id)
    {
        ReadOnlySpan<int> weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
        var letter = id[8] - 'a' + 1;
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var digit = i switch { < 8 => id[i] - '0', 8 => letter / 10, 9 => letter % 10, _ => id[i - 1] - '0' };
            var product = weights[i] * digit;
            sum += product / 10 + product % 10;
        }
        return sum % 10;
    }
}
