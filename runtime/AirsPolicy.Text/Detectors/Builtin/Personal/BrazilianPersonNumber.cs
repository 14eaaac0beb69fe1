using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Brazilian personal tax numbers (CPF): nine digits and two check digits, with the weights 10 to 2 and 11 to 2, modulo eleven (Receita
/// Federal, Cadastro de Pessoas Físicas (Instrução Normativa RFB 1.548/2015)).
/// </summary>
[BuiltinDetector("pii.br_cpf", Summary = "Finds Brazilian personal tax numbers (CPF), by both their check digits.",
    Source = "Receita Federal, Cadastro de Pessoas Físicas (Instrução Normativa RFB 1.548/2015)")]
internal sealed class BrazilianPersonNumber() : IdentifierDetector(
    [new("999.999.999-99"), new("99999999999")],
    "cpf")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        !CheckDigits.AllSame(id) && Check(CheckDigits.Weighted(id, [10, 9, 8, 7, 6, 5, 4, 3, 2])) == id[9] - '0'
        && Check(CheckDigits.Weighted(id, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2])) == id[10] - '0';

    private static int Check(int sum) => sum % 11 < 2 ? 0 : 11 - sum % 11;
}
