using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Singaporean unique entity numbers: businesses have eight digits and a letter, companies nine and a letter that begin with the year,
/// others a letter for the century, the year, a kind of two letters, four digits and a letter (Accounting and Corporate Regulatory
/// Authority, Unique Entity Number).
/// </summary>
[BuiltinDetector("pii.sg_uen", Summary = "Finds Singaporean unique entity numbers, by their check letter.",
    Source = "Accounting and Corporate Regulatory Authority, Unique Entity Number, https://www.uen.gov.sg")]
internal sealed class SingaporeanEntityNumber() : IdentifierDetector(
    [new("99999999A"), new("999999999A"), new("A99AA9999A")],
    "uen")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        id.Length == 9 ? "xmkecawljdb"[CheckDigits.Weighted(id, [10, 4, 9, 3, 8, 2, 7, 1]) % 11] == id[8]
        : id[0] <= '9'
            ? CheckDigits.Number(id[..4]) is >= 1900 and < 2100
                && "zkcmdnergwh"[CheckDigits.Weighted(id, [10, 8, 6, 4, 9, 7, 5, 3, 1]) % 11] == id[9]
        : IsOther(id);

    private static bool IsOther(ReadOnlySpan<char> id)
    {
        const string Alphabet = "abcdefghjklmnpqrstuvwx0123456789";
        ReadOnlySpan<int> weights = [4, 3, 5, 3, 10, 2, 2, 5, 7];
        if (id[0] is not ('r' or 's' or 't')) return false;
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
            sum += weights[i] * Alphabet.IndexOf(id[i], StringComparison.Ordinal);
        return Alphabet[((sum - 5) % 11 + 11) % 11] == id[9];
    }
}
