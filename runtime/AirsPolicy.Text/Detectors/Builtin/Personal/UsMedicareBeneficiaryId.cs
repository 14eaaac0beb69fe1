using System.Buffers;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// US Medicare Beneficiary Identifiers: eleven characters whose kinds are fixed place by place; letters are never S, L, O, I, B or Z, and
/// the first digit is never 0 (Centers for Medicare &amp; Medicaid Services, Understanding the Medicare Beneficiary Identifier (MBI)
/// Format).
/// </summary>
[BuiltinDetector("pii.us_mbi", Summary = "Finds US Medicare Beneficiary Identifiers.",
    Source = "Centers for Medicare & Medicaid Services, Understanding the Medicare Beneficiary Identifier (MBI) Format")]
internal sealed class UsMedicareBeneficiaryId() : IdentifierDetector(
    [new("9AX9-AX9-AA99"), new("9AX9AX9AA99")],
    "mbi", "medicare")
{
    private static readonly SearchValues<char> s_unused = SearchValues.Create("sloibz");

    public override int Score => Likely;

    protected override bool IsIssued(ReadOnlySpan<char> id) => id[0] != '0' && !id.ContainsAny(s_unused);
}
