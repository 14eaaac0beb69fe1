using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Indian Aadhaar numbers: twelve digits that do not begin with 0 or 1, with a check digit of Verhoeff's scheme (Unique Identification
/// Authority of India, UID Numbering Scheme).
/// </summary>
[BuiltinDetector("pii.in_aadhaar", Summary = "Finds Indian Aadhaar numbers, by their check digit.",
    Source = "Unique Identification Authority of India, UID Numbering Scheme")]
internal sealed class IndianAadhaar() : IdentifierDetector(
    [new("9999~9999~9999"), new("9999:9999:9999"), new("999999999999", Evidence.NameOrAlone)],
    "aadhaar", "aadhar", "uidai", "आधार")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) => id[0] >= '2' && CheckDigits.Verhoeff(id);
}
