namespace AirsPolicy.Runtime.Numbers;

/// <summary>What durations and sizes have in common: a number of digits, perhaps with a fraction, and a unit behind it.</summary>
internal static class UnitText
{
    // Longer than any number that fits, so that a hostile text is refused early.
    private const int MaxDigits = 40;

    /// <summary>Takes <c>digits[.digits]</c> from the front; single underscores may stand between digits.</summary>
    public static bool TryTakeNumber(ref ReadOnlySpan<char> text, out ExactNumber number)
    {
        number = default;
        Span<char> digits = stackalloc char[MaxDigits];
        var length = 0;
        var at = 0;
        var point = false;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '_' && at > 0 && char.IsAsciiDigit(text[at - 1]) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))
                continue;
            if (!char.IsAsciiDigit(c) && (c != '.' || point))
                break;
            point |= c == '.';
            if (length == MaxDigits)
                return false;
            // JSON's grammar knows no leading zeros; here they only pad.
            if (length == 1 && digits[0] == '0' && c != '.')
                length = 0;
            digits[length++] = c;
        }
        text = text[at..];
        return NumberScanner.Parse(digits[..length], out number) == NumberStatus.Read;
    }

    /// <summary>Takes the ASCII letters from the front.</summary>
    public static ReadOnlySpan<char> TakeLetters(ref ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && char.IsAsciiLetter(text[at]))
            at++;
        var letters = text[..at];
        text = text[at..];
        return letters;
    }

    /// <summary>The number, which is not negative, times a positive unit below 2^50, where that is a whole number of 64 bits.</summary>
    public static bool TryScale(ExactNumber number, long unit, out long value)
    {
        value = 0;
        if (number.Coefficient == UInt128.Zero)
            return true;
        if (number.Coefficient > ulong.MaxValue || number.Exponent is < -19 or > 19)
            return false;
        // 64 bits times at most 50 bits.
        var scaled = number.Coefficient * (ulong)unit;
        if (number.Exponent < 0)
        {
            var (quotient, rest) = UInt128.DivRem(scaled, PowersOfTen.Of(-number.Exponent));
            if (rest != UInt128.Zero)
                return false;
            scaled = quotient;
        }
        for (var i = 0; i < number.Exponent && scaled <= long.MaxValue; i++)
            scaled *= 10;
        if (scaled > long.MaxValue)
            return false;
        value = (long)scaled;
        return true;
    }
}
