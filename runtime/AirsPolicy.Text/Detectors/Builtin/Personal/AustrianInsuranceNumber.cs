using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Austrian social insurance numbers: three digits, a check digit and the date of birth; the check digit is the sum of the others with the
/// weights 3, 7, 9, 5, 8, 4, 2, 1, 6, modulo eleven (Dachverband der Sozialversicherungsträger, Versicherungsnummer (§ 31 ASVG)).
/// </summary>
[BuiltinDetector("pii.at_svnr", Summary = "Finds Austrian social insurance numbers, by their check digit.",
    Source = "Dachverband der Sozialversicherungsträger, Versicherungsnummer (§ 31 ASVG)")]
internal sealed class AustrianInsuranceNumber() : IdentifierDetector(
    [new("9999~999999"), new("9999999999", Evidence.NameOrAlone)],
    "svnr", "sozialversicherungsnummer", "versicherungsnummer", "sv-nummer")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        id[0] != '0' && CheckDigits.Number(id.Slice(4, 2)) is >= 1 and <= 31 && CheckDigits.Number(id.Slice(6, 2)) is >= 1 and <= 15
        && CheckDigits.Weighted(id, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 == id[3] - '0';
}
