using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// South Korean business registration numbers: ten digits; the sum with the weights 1, 3, 7, 1, 3, 7, 1, 3, 5, plus the tens of the ninth
/// product, and the last, are a multiple of ten (National Tax Service, 사업자등록번호).
/// </summary>
[BuiltinDetector("pii.kr_brn", Summary = "Finds South Korean business registration numbers, by their check digit.",
    Source = "National Tax Service, 사업자등록번호")]
internal sealed class KoreanBusinessNumber() : IdentifierDetector(
    [new("999-99-99999"), new("9999999999", Evidence.NameOrAlone)],
    "brn", "사업자등록번호", "사업자번호", "business registration")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        !CheckDigits.AllSame(id)
        && id[..3] is not "000"
        && (CheckDigits.Weighted(id, [1, 3, 7, 1, 3, 7, 1, 3, 5, 1]) + 5 * (id[8] - '0') / 10) % 10 == 0;
}
