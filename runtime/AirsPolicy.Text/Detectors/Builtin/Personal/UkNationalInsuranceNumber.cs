using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// UK National Insurance numbers, with or without their suffix: a prefix of two letters, six digits and a suffix A to D. A number counts
/// without its suffix as well where it is named, or stands alone in pairs: the suffix dates from contribution cards, identifies nobody, and
/// is often left out where numbers are kept (HMRC, National Insurance Manual, NIM39110).
/// </summary>
[BuiltinDetector("pii.uk_nino", Summary = "Finds UK National Insurance numbers, with or without their suffix.",
    Source = "HMRC, National Insurance Manual, NIM39110")]
internal sealed class UkNationalInsuranceNumber() : IdentifierDetector(
    [
        new("AA~99~99~99~A"), new("AA999999A"), new("AA~999999~A"), new("AA~999999A"), new("AA~99~99~99", Evidence.NameOrAlone),
        new("AA999999", Evidence.Name)],
    "nino", "national insurance", "ni number", "ni no", "insurance number")
{
    public override int Score => Likely;

    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        !"dfiquv".Contains(id[0], StringComparison.Ordinal) && !"dfiquvo".Contains(id[1], StringComparison.Ordinal)
        && !"bg gb kn nk nt tn zz".AsSpan().Contains(id[..2], StringComparison.Ordinal) && (id.Length == 8 || id[8] is >= 'a' and <= 'd');
}
