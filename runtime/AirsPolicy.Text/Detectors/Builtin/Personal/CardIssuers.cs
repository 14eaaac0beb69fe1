using AirsPolicy.Text.Detectors.Builtin.Checks;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// The ranges of issuer identification numbers (ISO/IEC 7812-1) that the card networks publish, with the lengths of the numbers they issue.
/// </summary>
internal static class CardIssuers
{
    // First six digits, from and to, and the least and greatest length.
    private static readonly Range[] s_ranges =
    [
        new(180000, 180099, 15, 15), // JCB, of old
        new(213100, 213199, 15, 15), // JCB, of old
        new(220000, 220499, 16, 19), // Mir
        new(222100, 272099, 16, 16), // Mastercard
        new(300000, 305999, 14, 19), // Diners Club
        new(309500, 309599, 14, 19), // Diners Club
        new(340000, 349999, 15, 15), // American Express
        new(352800, 358999, 16, 19), // JCB
        new(360000, 369999, 14, 19), // Diners Club
        new(370000, 379999, 15, 15), // American Express
        new(380000, 399999, 14, 19), // Diners Club
        new(400000, 499999, 13, 13), // Visa, before 2000
        new(400000, 499999, 16, 16), // Visa
        new(400000, 499999, 19, 19), // Visa
        new(500000, 509999, 12, 19), // Maestro, RuPay
        new(510000, 559999, 16, 16), // Mastercard
        new(560000, 589999, 12, 19), // Maestro
        new(600000, 600999, 16, 16), // RuPay
        new(601100, 601199, 16, 19), // Discover
        new(602000, 609999, 16, 16), // RuPay
        new(620000, 629999, 16, 19), // UnionPay
        new(630000, 639999, 12, 19), // Maestro
        new(644000, 659999, 16, 19), // Discover, RuPay
        new(670000, 679999, 12, 19), // Maestro
        new(810000, 829999, 16, 19), // RuPay, UnionPay
        new(979200, 979299, 16, 16), // Troy
    ];

    /// <summary>Whether some network issues numbers that begin so and are so long.</summary>
    /// <param name="digits">At least six digits.</param>
    public static bool Issue(ReadOnlySpan<char> digits)
    {
        var issuer = CheckDigits.Number(digits[..6]);
        foreach (var range in s_ranges)
        {
            if (issuer >= range.First
                && issuer <= range.Last
                && digits.Length >= range.LeastLength
                && digits.Length <= range.GreatestLength)
                return true;
        }
        return false;
    }

    private readonly record struct Range(int First, int Last, int LeastLength, int GreatestLength);
}
