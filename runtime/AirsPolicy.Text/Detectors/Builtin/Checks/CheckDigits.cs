namespace AirsPolicy.Text.Detectors.Builtin.Checks;

/// <summary>
/// The check digit systems that issuers of numbers share. Characters are digits 0–9 and, where a system takes letters, small letters a–z.
/// </summary>
internal static class CheckDigits
{
    // The tables of Verhoeff's scheme (J. Verhoeff, Error Detecting Decimal Codes, 1969): the dihedral group D5 and a permutation.
    private const string Group = "0123456789123406789523401789563401289567401239567859876043216598710432765982104387659321049876543210";
    private const string Permutation = "01234567891576283094580379614289160435279453126870428657390127938064157046913258";

    /// <summary>
    /// From the right every second digit is doubled, with the digits of the double added up; the sum is a multiple of ten (ISO/IEC 7812-1,
    /// annex B).
    /// </summary>
    public static bool Luhn(ReadOnlySpan<char> digits) => LuhnSum(digits) % 10 == 0;

    /// <summary>The sum of the Luhn formula, with the last digit as the check digit.</summary>
    public static int LuhnSum(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var value = (digits[^(i + 1)] - '0') << (i & 1);
            sum += value > 9 ? value - 9 : value;
        }
        return sum;
    }

    /// <summary>The digits times their weights, added up. Letters count as 10 to 35.</summary>
    public static int Weighted(ReadOnlySpan<char> characters, ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
            sum += weights[i] * ValueOf(characters[i]);
        return sum;
    }

    /// <summary>The number modulo a number below 200,000,000, letters counting as two digits, 10 to 35 (ISO/IEC 7064 with 97).</summary>
    public static int Remainder(ReadOnlySpan<char> characters, int modulus)
    {
        var rest = 0L;
        foreach (var character in characters)
        {
            var value = ValueOf(character);
            rest = (rest * (value > 9 ? 100 : 10) + value) % modulus;
        }
        return (int)rest;
    }

    /// <summary>ISO/IEC 7064, MOD 11,10, with the last digit as the check digit.</summary>
    public static bool Hybrid11(ReadOnlySpan<char> digits)
    {
        var product = 10;
        foreach (var digit in digits[..^1])
        {
            var sum = (digit - '0' + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return (product + digits[^1] - '0') % 10 == 1;
    }

    /// <summary>Verhoeff's scheme, with the last digit as the check digit.</summary>
    public static bool Verhoeff(ReadOnlySpan<char> digits)
    {
        var check = 0;
        for (var i = 0; i < digits.Length; i++)
            check = Group[10 * check + (Permutation[10 * (i % 8) + digits[^(i + 1)] - '0'] - '0')] - '0';
        return check == 0;
    }

    /// <summary>Whether all characters are the same; where such numbers pass the check they are typed to fill a field.</summary>
    public static bool AllSame(ReadOnlySpan<char> characters) => !characters.ContainsAnyExcept(characters[0]);

    /// <summary>A run of digits as a number; at most nine of them.</summary>
    public static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
            number = 10 * number + (digit - '0');
        return number;
    }

    private static int ValueOf(char character) => character > '9' ? character - 'a' + 10 : character - '0';
}
