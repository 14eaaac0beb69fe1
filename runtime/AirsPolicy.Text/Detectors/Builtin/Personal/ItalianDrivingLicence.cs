using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Numbers of Italian driving licences: two letters, seven digits and a letter, or U1, seven letters or digits and a letter (Ministero
/// delle infrastrutture e dei trasporti, Patente di guida).
/// </summary>
[BuiltinDetector("pii.it_driving_licence", Summary = "Finds numbers of Italian driving licences.",
    Source = "Ministero delle infrastrutture e dei trasporti, Patente di guida")]
internal sealed class ItalianDrivingLicence() : IdentifierDetector(
    [new("AA9999999A"), new("u1XXXXXXXA")],
    "patente")
{
    public override int Score => Likely;

    protected override bool IsIssued(ReadOnlySpan<char> id) => id[..^1].ContainsAnyInRange('0', '9') && CountDigits(id) >= 5;

    private static int CountDigits(ReadOnlySpan<char> id)
    {
        var count = 0;
        foreach (var character in id)
            count += character <= '9' ? 1 : 0;
        return count;
    }
}
