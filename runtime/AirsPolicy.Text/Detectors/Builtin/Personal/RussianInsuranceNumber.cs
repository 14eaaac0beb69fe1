using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Russian insurance numbers (SNILS): nine digits and their sum with the weights 9 to 1, modulo 101, with 0 for 100 (Социальный фонд
/// России, Страховой номер индивидуального лицевого счёта).
/// </summary>
[BuiltinDetector("pii.ru_snils", Summary = "Finds Russian insurance numbers (SNILS), by their check digits.",
    Source = "Социальный фонд России, Страховой номер индивидуального лицевого счёта")]
internal sealed class RussianInsuranceNumber() : IdentifierDetector(
    [new("999-999-999 99"), new("999-999-999-99"), new("99999999999", Evidence.Name)],
    "снилс", "snils")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        CheckDigits.Number(id[..9]) > 1_001_998
        && CheckDigits.Weighted(id, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101 % 100 == CheckDigits.Number(id[9..]);
}
