using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// South Korean resident registration numbers: date of birth, a hyphen, 1 to 4 for sex and century, and six digits. Numbers given out since
/// October 2020 have no check digit, so that the date and the hyphen are what there is to check; without the hyphen the number is named or
/// alone (Ministry of the Interior and Safety, Resident Registration Act, Enforcement Rule, article 2).
/// </summary>
[BuiltinDetector("pii.kr_rrn", Summary = "Finds South Korean resident registration numbers.",
    Source = "Ministry of the Interior and Safety, Resident Registration Act, Enforcement Rule, article 2")]
internal sealed class KoreanResidentNumber() : IdentifierDetector(
    [new("999999-9999999"), new("9999999999999", Evidence.NameOrAlone)],
    "rrn", "주민등록번호", "주민번호", "resident registration")
{
    public override int Score => Likely;

    protected override bool IsIssued(ReadOnlySpan<char> id) => id[6] is >= '1' and <= '4' && CalendarDates.IsYearMonthDay(id);
}
