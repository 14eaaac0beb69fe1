using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// South Korean foreigner registration numbers: date of birth, a hyphen, 5 to 8 for sex and century, and six digits; those given out since
/// October 2020 have no check digit (Ministry of Justice, Immigration Act, article 31-5).
/// </summary>
[BuiltinDetector("pii.kr_frn", Summary = "Finds South Korean foreigner registration numbers.",
    Source = "Ministry of Justice, Immigration Act, article 31-5")]
internal sealed class KoreanForeignerNumber() : IdentifierDetector(
    [new("999999-9999999"), new("9999999999999", Evidence.NameOrAlone)],
    "frn", "외국인등록번호", "alien registration", "foreigner registration")
{
    public override int Score => Likely;

    protected override bool IsIssued(ReadOnlySpan<char> id) => id[6] is >= '5' and <= '8' && CalendarDates.IsYearMonthDay(id);
}
