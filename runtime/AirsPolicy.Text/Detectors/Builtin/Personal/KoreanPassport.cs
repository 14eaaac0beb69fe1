using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Numbers of South Korean passports: M, S, R, O or D and eight digits, or since 2021 three digits, a letter and four digits (Ministry of
/// Foreign Affairs, 여권번호 체계).
/// </summary>
[BuiltinDetector("pii.kr_passport", Summary = "Finds numbers of South Korean passports.",
    Source = "Ministry of Foreign Affairs, 여권번호 체계")]
internal sealed class KoreanPassport() : IdentifierDetector(
    [new("A999A9999"), new("A99999999", Evidence.NameOrAlone)],
    "passport", "여권")
{
    public override int Score => Likely;

    protected override bool IsIssued(ReadOnlySpan<char> id) => "msrod".Contains(id[0], StringComparison.Ordinal);
}
