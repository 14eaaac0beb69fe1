using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Russian taxpayer numbers (INN): twelve digits of persons with two check digits, ten of organisations with one, modulo eleven and ten
/// (Федеральная налоговая служба, Идентификационный номер налогоплательщика).
/// </summary>
[BuiltinDetector("pii.ru_inn", Summary = "Finds Russian taxpayer numbers (INN), by their check digits.",
    Source = "Федеральная налоговая служба, Идентификационный номер налогоплательщика")]
internal sealed class RussianTaxNumber() : IdentifierDetector(
    [new("999999999999", Evidence.NameOrAlone), new("9999999999", Evidence.Name)],
    "инн", "inn")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        !CheckDigits.AllSame(id)
        && (
            id.Length == 10
                ? CheckDigits.Weighted(id, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == id[9] - '0'
                : CheckDigits.Weighted(id, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == id[10] - '0'
                    && CheckDigits.Weighted(id, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == id[11] - '0');
}
