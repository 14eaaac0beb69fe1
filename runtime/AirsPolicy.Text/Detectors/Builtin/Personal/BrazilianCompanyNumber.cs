using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Brazilian company numbers (CNPJ): twelve digits and two check digits, with the weights 5 to 2 and 9 to 2, and 6 to 2 and 9 to 2, modulo
/// eleven (Receita Federal, Cadastro Nacional da Pessoa Jurídica).
/// </summary>
[BuiltinDetector("pii.br_cnpj", Summary = "Finds Brazilian company numbers (CNPJ), by both their check digits.",
    Source = "Receita Federal, Cadastro Nacional da Pessoa Jurídica")]
internal sealed class BrazilianCompanyNumber() : IdentifierDetector(
    [new("99.999.999/9999-99"), new("99999999999999")],
    "cnpj")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        !CheckDigits.AllSame(id) && Check(CheckDigits.Weighted(id, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])) == id[12] - '0'
        && Check(CheckDigits.Weighted(id, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])) == id[13] - '0';

    private static int Check(int sum) => sum % 11 < 2 ? 0 : 11 - sum % 11;
}
