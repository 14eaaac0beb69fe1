using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Greek social security numbers (AMKA): date of birth, four digits and a Luhn check digit (ΗΔΙΚΑ, Αριθμός Μητρώου Κοινωνικής Ασφάλισης (Ν.
/// 3655/2008)).
/// </summary>
[BuiltinDetector("pii.gr_amka", Summary = "Finds Greek social security numbers (AMKA), by their check digit.",
    Source = "ΗΔΙΚΑ, Αριθμός Μητρώου Κοινωνικής Ασφάλισης (Ν. 3655/2008)")]
internal sealed class GreekSocialSecurityNumber() : IdentifierDetector(
    [new("99999999999", Evidence.NameOrAlone)],
    "amka", "αμκα")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) => CalendarDates.IsDayMonthYear(id) && CheckDigits.Luhn(id);
}
