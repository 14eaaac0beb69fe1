using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// German health insurance numbers: a letter, eight digits and a check digit: the digit sums of the products with the weights 1 and 2 in
/// turn, modulo ten, the letter counting as two digits (GKV-Spitzenverband, Richtlinie zum Aufbau und zur Vergabe einer
/// Krankenversichertennummer (§ 290 SGB V)).
/// </summary>
[BuiltinDetector(
    "pii.de_health_insurance",
    Summary = "Finds German health insurance numbers, by their check digit.",
    Source = "GKV-Spitzenverband, Richtlinie zum Aufbau und zur Vergabe einer Krankenversichertennummer (§ 290 SGB V)"
)]
internal sealed class GermanHealthInsuranceNumber()
    : IdentifierDetector(
        [new("A999999999", Evidence.NameOrAlone)],
        "krankenversicherung",
        "krankenversichertennummer",
        "krankenversicherungsnummer",
        "kvnr",
        "versichertennummer",
        "gesundheitskarte",
        "egk",
        "krankenkasse")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) => Check(id) == id[9] - '0';

    private static int Check(ReadOnlySpan<char> id)
    {
        var letter = id[0] - 'a' + 1;
        var sum = letter / 10 + DigitSum(2 * (letter % 10));
        for (var i = 1; i < 9; i++)
            sum += DigitSum((i % 2 == 1 ? 1 : 2) * (id[i] - '0'));
        return sum % 10;
    }

    private static int DigitSum(int number) => number / 10 + number % 10;
}
