using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Danish CPR numbers: date of birth and four digits. Since 2007 numbers without the check digit of old are given out, so that the date is
/// all there is to check (CPR-kontoret, Personnummeret i CPR-systemet).
/// </summary>
[BuiltinDetector("pii.dk_cpr", Summary = "Finds Danish CPR numbers.",
    Source = "CPR-kontoret, Personnummeret i CPR-systemet")]
internal sealed class DanishPersonalNumber() : IdentifierDetector(
    [new("999999-9999", Evidence.NameOrAlone), new("9999999999", Evidence.Name)],
    "cpr", "personnummer")
{
    public override int Score => Likely;

    protected override bool IsIssued(ReadOnlySpan<char> id) => CalendarDates.IsDayMonthYear(id);
}
