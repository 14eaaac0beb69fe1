using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Egyptian national identification numbers: 2 or 3 for the century, date of birth, the governorate, four digits and a digit that is not
/// documented (Ministry of Interior, Civil Status Organization: National ID).
/// </summary>
[BuiltinDetector("pii.eg_national_id", Summary = "Finds Egyptian national identification numbers.",
    Source = "Ministry of Interior, Civil Status Organization: National ID")]
internal sealed class EgyptianNationalId() : IdentifierDetector(
    [new("99999999999999", Evidence.NameOrAlone)],
    "national id", "الرقم القومي")
{
    public override int Score => Likely;

    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        id[0] is '2' or '3' && CalendarDates.IsYearMonthDay(id[1..]) && CheckDigits.Number(id.Slice(7, 2)) is (>= 1 and <= 35) or 88;
}
