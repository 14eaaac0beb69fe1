using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Entries of the German commercial register (HRA, HRB): the section, HRA or HRB, and a number of up to six digits; shorter numbers than
/// four digits are not looked for (Handelsregisterverordnung, §§ 13 and 39).
/// </summary>
[BuiltinDetector("pii.de_commercial_register", Summary = "Finds entries of the German commercial register (HRA, HRB).",
    Source = "Handelsregisterverordnung, §§ 13 and 39")]
internal sealed class GermanCommercialRegister() : IdentifierDetector(
    [
        new("hra 9999"), new("hra 99999"), new("hra 999999"), new("hra9999"),
        new("hra99999"), new("hra999999"), new("hrb 9999"), new("hrb 99999"),
        new("hrb 999999"), new("hrb9999"), new("hrb99999"), new("hrb999999")],
    "hrb")
{
    public override int Score => Likely;

    protected override bool IsIssued(ReadOnlySpan<char> id) => true;
}
