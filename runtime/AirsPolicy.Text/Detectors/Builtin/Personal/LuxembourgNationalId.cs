using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Luxembourg national identification numbers: date of birth with the whole year, three digits, a Luhn check digit and one of Verhoeff's
/// scheme, each over the first eleven (Centre des technologies de l'information de l'État, Numéro d'identification national (loi du 19 juin
/// 2013)).
/// </summary>
[BuiltinDetector("pii.lu_national_id", Summary = "Finds Luxembourg national identification numbers, by both their check digits.",
    Source = "Centre des technologies de l'information de l'État, Numéro d'identification national (loi du 19 juin 2013)")]
internal sealed class LuxembourgNationalId() : IdentifierDetector(
    [new("9999999999999"), new("9999~9999~99999")],
    "matricule")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        CalendarDates.Exists(CheckDigits.Number(id[..4]), CheckDigits.Number(id.Slice(4, 2)), CheckDigits.Number(id.Slice(6, 2)))
        && CheckDigits.Luhn(id[..12])
        && HasVerhoeff(id);

    private static bool HasVerhoeff(ReadOnlySpan<char> id)
    {
        Span<char> digits = stackalloc char[12];
        id[..11].CopyTo(digits);
        digits[11] = id[12];
        return CheckDigits.Verhoeff(digits);
    }
}
