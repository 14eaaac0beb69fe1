using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// South African identity numbers: date of birth, four digits, 0 to 2 for the citizenship, a digit and a Luhn check digit (Department of
/// Home Affairs, Identification Act 68 of 1997, section 7).
/// </summary>
[BuiltinDetector("pii.za_id", Summary = "Finds South African identity numbers, by their check digit.",
    Source = "Department of Home Affairs, Identification Act 68 of 1997, section 7")]
internal sealed class SouthAfricanIdentityNumber() : IdentifierDetector(
    [new("9999999999999"), new("999999 9999 999")],
    "sa id", "rsa id", "identity number")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        id[10] is >= '0' and <= '2' && CalendarDates.IsYearMonthDay(id) && CheckDigits.Luhn(id);
}
