using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Chilean RUT and RUN numbers: up to eight digits and eleven less their sum with the weights 2 to 7 from the right, modulo eleven, with K
/// for ten (Servicio de Registro Civil e Identificación, RUN (Decreto Ley 26 de 1924)).
/// </summary>
[BuiltinDetector("pii.cl_rut", Summary = "Finds Chilean RUT and RUN numbers, by their check character.",
    Source = "Servicio de Registro Civil e Identificación, RUN (Decreto Ley 26 de 1924)")]
internal sealed class ChileanNationalId() : IdentifierDetector(
    [new("99.999.999-X"), new("9.999.999-X"), new("99999999-X", Evidence.NameOrAlone), new("9999999-X", Evidence.NameOrAlone)],
    "rut", "run")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) => Check(id[..^1]) == id[^1];

    private static char Check(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
            sum += (2 + i % 6) * (digits[^(i + 1)] - '0');
        return "0k987654321"[sum % 11];
    }
}
