using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Belgian national register numbers: date of birth, a serial number, and 97 less the nine digits modulo 97, a 2 standing before them for
/// those born from 2000 on (Belgian Federal Public Service Interior, Rijksregisternummer / Numéro de registre national (Royal Decree of 3
/// April 1984)).
/// </summary>
[BuiltinDetector("pii.be_national_number", Summary = "Finds Belgian national register numbers, by their check digits.",
    Source = "Belgian Federal Public Service Interior, Rijksregisternummer / Numéro de registre national (Royal Decree of 3 April 1984)")]
internal sealed class BelgianNationalNumber() : IdentifierDetector(
    [new("99.99.99-999.99"), new("99~99~99~999~99"), new("99999999999", Evidence.NameOrAlone)],
    "rijksregister", "rijksregisternummer", "rr", "rrn", "insz", "niss", "nationaal nummer",
    "numéro national", "registre national", "national register")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        CheckDigits.Number(id.Slice(2, 2)) is <= 12 or (>= 20 and <= 32) or (>= 40 and <= 52)
        && CheckDigits.Number(id.Slice(4, 2)) <= 31
        && CheckDigits.Number(id.Slice(6, 3)) > 0
        && HasCheck(id);

    private static bool HasCheck(ReadOnlySpan<char> id)
    {
        var number = CheckDigits.Number(id[..9]);
        var check = CheckDigits.Number(id[9..]);
        return check == 97 - number % 97 || check == 97 - (int)((2_000_000_000L + number) % 97);
    }
}
