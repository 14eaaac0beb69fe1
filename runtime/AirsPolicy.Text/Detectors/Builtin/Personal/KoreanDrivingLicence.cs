using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Numbers of South Korean driving licences: the region (11 to 26, 28), year, six digits and two more (Korea Road Traffic Authority,
/// 운전면허번호).
/// </summary>
[BuiltinDetector("pii.kr_driving_licence", Summary = "Finds numbers of South Korean driving licences.",
    Source = "Korea Road Traffic Authority, 운전면허번호")]
internal sealed class KoreanDrivingLicence() : IdentifierDetector(
    [new("99-99-999999-99"), new("999999999999", Evidence.Name)],
    "운전면허", "driver license", "driving licence", "driver's license")
{
    public override int Score => Likely;

    protected override bool IsIssued(ReadOnlySpan<char> id) => CheckDigits.Number(id[..2]) is (>= 11 and <= 26) or 28;
}
