using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Ecuadorian identity card numbers: the province (01 to 24, 30), seven digits and a Luhn check digit, the third digit below 6 (Registro
/// Civil, Cédula de identidad (Ley General de Registro Civil)).
/// </summary>
[BuiltinDetector("pii.ec_ci", Summary = "Finds Ecuadorian identity card numbers that are named as such, by their check digit.",
    Source = "Registro Civil, Cédula de identidad (Ley General de Registro Civil)")]
internal sealed class EcuadorianIdentityNumber() : IdentifierDetector(
    [new("999999999-9", Evidence.NameOrAlone), new("9999999999", Evidence.Name)],
    "cédula", "ci", "cedula de identidad")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        CheckDigits.Number(id[..2]) is (>= 1 and <= 24) or 30 && id[2] < '6' && CheckDigits.Luhn(id);
}
