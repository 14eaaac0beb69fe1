using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Indonesian population numbers (NIK): the place, date of birth (40 more on the day for women) and four digits (Direktorat Jenderal
/// Kependudukan dan Pencatatan Sipil, NIK (Undang-Undang 24/2013)).
/// </summary>
[BuiltinDetector("pii.id_nik", Summary = "Finds Indonesian population numbers (NIK) that are named as such.",
    Source = "Direktorat Jenderal Kependudukan dan Pencatatan Sipil, NIK (Undang-Undang 24/2013)")]
internal sealed class IndonesianIdentityNumber() : IdentifierDetector(
    [new("9999999999999999", Evidence.Name)],
    "nik", "ktp", "kependudukan")
{
    public override int Score => Likely;

    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        CheckDigits.Number(id[..2]) is >= 11 and <= 97
        && CheckDigits.Number(id.Slice(6, 2)) is (>= 1 and <= 31) or (>= 41 and <= 71)
        && CheckDigits.Number(id.Slice(8, 2)) is >= 1 and <= 12;
}
