using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// French social security numbers (NIR): sex, year and month of birth, department (2A and 2B in Corsica), commune, order, and the key: 97
/// less the thirteen digits modulo 97, with 19 and 18 for 2A and 2B (Insee, Numéro de sécurité sociale (NIR): définition; décret n°
/// 82-103).
/// </summary>
[BuiltinDetector("pii.fr_nir", Summary = "Finds French social security numbers (NIR), by their key.",
    Source = "Insee, Numéro de sécurité sociale (NIR): définition; décret n° 82-103")]
internal sealed class FrenchSocialSecurityNumber() : IdentifierDetector(
    [new("9~99~99~9X~999~999~99"), new("999999X99999999")],
    "nir", "sécurité sociale", "carte vitale")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        id[0] is '1' or '2' or '3' or '4' or '7' or '8'
        && CheckDigits.Number(id.Slice(3, 2)) is (>= 1 and <= 12) or (>= 20 and <= 42) or >= 50
        && HasKey(id);

    private static bool HasKey(ReadOnlySpan<char> id)
    {
        if (id[6] > '9' && (id[5] != '2' || id[6] is not ('a' or 'b'))) return false;
        Span<char> digits = stackalloc char[13];
        id[..13].CopyTo(digits);
        if (digits[6] > '9')
        {
            digits[6] = digits[6] == 'a' ? '9' : '8';
            digits[5] = '1';
        }
        return 97 - CheckDigits.Remainder(digits, 97) == CheckDigits.Number(id[13..]);
    }
}
