using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Emirates ID numbers: 784, year of birth, seven digits and a Luhn check digit (Federal Authority for Identity, Citizenship, Customs and
/// Port Security, Emirates ID).
/// </summary>
[BuiltinDetector("pii.ae_emirates_id", Summary = "Finds Emirates ID numbers, by their check digit.",
    Source = "Federal Authority for Identity, Citizenship, Customs and Port Security, Emirates ID")]
internal sealed class EmiratesId() : IdentifierDetector(
    [new("784-9999-9999999-9"), new("784999999999999")],
    "emirates id")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        CheckDigits.Number(id.Slice(3, 4)) is >= 1900 and < 2100 && CheckDigits.Luhn(id);
}
