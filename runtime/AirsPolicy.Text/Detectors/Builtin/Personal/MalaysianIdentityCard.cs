using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Numbers of Malaysian identity cards: date of birth, the code of the state or country, and four digits (Jabatan Pendaftaran Negara,
/// MyKad).
/// </summary>
[BuiltinDetector("pii.my_nric", Summary = "Finds numbers of Malaysian identity cards.",
    Source = "Jabatan Pendaftaran Negara, MyKad")]
internal sealed class MalaysianIdentityCard() : IdentifierDetector(
    [new("999999-99-9999"), new("999999999999", Evidence.Name)],
    "mykad", "nric", "kad pengenalan", "ic number", "ic no")
{
    public override int Score => Likely;

    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        CalendarDates.IsYearMonthDay(id)
        && CheckDigits.Number(id.Slice(6, 2))
            is (>= 1 and <= 16)
                or (>= 21 and <= 68)
                or (>= 71 and <= 79)
                or (>= 82 and <= 93)
                or 98
                or 99;
}
