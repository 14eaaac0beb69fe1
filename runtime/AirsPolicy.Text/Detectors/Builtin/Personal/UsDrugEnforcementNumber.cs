using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Registration numbers of the US Drug Enforcement Administration: a letter for the kind of registrant, a letter of the name, six digits
/// and a check digit: the first, third and fifth, plus twice the second, fourth and sixth (Drug Enforcement Administration, Pharmacist's
/// Manual, section on verifying a DEA registration number).
/// </summary>
[BuiltinDetector("pii.us_dea", Summary = "Finds registration numbers of the US Drug Enforcement Administration, by their check digit.",
    Source = "Drug Enforcement Administration, Pharmacist's Manual, section on verifying a DEA registration number")]
internal sealed class UsDrugEnforcementNumber() : IdentifierDetector(
    [new("AA9999999")],
    "dea")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        "abcdefghjklmprstux".Contains(id[0], StringComparison.Ordinal) && !CheckDigits.AllSame(id[2..])
        && CheckDigits.Weighted(id[2..], [1, 2, 1, 2, 1, 2]) % 10 == id[8] - '0';
}
