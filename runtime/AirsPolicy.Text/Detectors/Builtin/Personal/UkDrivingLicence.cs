using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Numbers of UK driving licences: sixteen characters: five of the surname filled up with 9, a decade, month (50 more for women), day and
/// year of birth, two initials, and three more (Driver and Vehicle Licensing Agency, INF4D, and the Driver number in MIS/INS
/// specifications).
/// </summary>
[BuiltinDetector("pii.uk_driving_licence", Summary = "Finds numbers of UK driving licences.",
    Source = "Driver and Vehicle Licensing Agency, INF4D, and the Driver number in MIS/INS specifications")]
internal sealed class UkDrivingLicence() : IdentifierDetector(
    [new("XXXXX999999XX9AA"), new("XXXXX999999XXXAA")],
    "driving licence", "driver number", "dvla")
{
    public override int Score => Likely;

    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        IsSurname(id[..5]) && CheckDigits.Number(id.Slice(6, 2)) is (>= 1 and <= 12) or (>= 51 and <= 62)
        && CheckDigits.Number(id.Slice(8, 2)) is >= 1 and <= 31 && (id[11] is '9' or > '9') && (id[12] is '9' or > '9');

    // Letters, and behind them 9 up to the fifth place.
    private static bool IsSurname(ReadOnlySpan<char> characters) =>
        characters[0] > '9' && !characters.TrimEnd('9').ContainsAnyInRange('0', '9');
}
