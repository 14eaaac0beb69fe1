using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Numbers of UK passports of the present form: two letters and seven digits; older ones are nine digits and count as passports in context
/// (HM Passport Office, Basic Passport Checks).
/// </summary>
[BuiltinDetector("pii.uk_passport", Summary = "Finds numbers of UK passports of the present form.",
    Source = "HM Passport Office, Basic Passport Checks")]
internal sealed class UkPassport() : IdentifierDetector(
    [new("AA9999999", Evidence.NameOrAlone)],
    "passport")
{
    public override int Score => Likely;

    protected override bool IsIssued(ReadOnlySpan<char> id) => true;
}
