using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Indian permanent account numbers: five letters, the fourth for the kind of holder (A, B, C, F, G, H, J, L, P or T), four digits and a
/// letter (Income Tax Department, Permanent Account Number (rule 114 of the Income-tax Rules)).
/// </summary>
[BuiltinDetector("pii.in_pan", Summary = "Finds Indian permanent account numbers.",
    Source = "Income Tax Department, Permanent Account Number (rule 114 of the Income-tax Rules)")]
internal sealed class IndianPermanentAccountNumber() : IdentifierDetector(
    [new("AAAAA9999A")],
    "pan", "permanent account")
{
    public override int Score => Likely;

    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        "abcfghjlpt".Contains(id[3], StringComparison.Ordinal) && id[5..9] is not "0000";
}
