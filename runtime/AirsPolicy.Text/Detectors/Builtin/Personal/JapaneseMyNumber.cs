using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Japanese individual numbers (My Number): eleven digits and eleven less the sum with the weights 6 to 2 and 7 to 2, modulo eleven, and 0
/// where that is above nine (Digital Agency, マイナンバー (Order of the Ministry of Internal Affairs and Communications No. 85 of 2014, article
/// 5)).
/// </summary>
[BuiltinDetector(
    "pii.jp_my_number",
    Summary = "Finds Japanese individual numbers (My Number) that are named as such, by their check digit.",
    Source = "Digital Agency, マイナンバー (Order of the Ministry of Internal Affairs and Communications No. 85 of 2014, article 5)"
)]
internal sealed class JapaneseMyNumber()
    : IdentifierDetector(
        [new("9999~9999~9999", Evidence.Name), new("999999999999", Evidence.Name)],
        "my number",
        "mynumber",
        "マイナンバー",
        "個人番号",
        "individual number")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        CheckDigits.Weighted(id, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11 is var rest && (rest <= 1 ? 0 : 11 - rest) == id[11] - '0';
}
