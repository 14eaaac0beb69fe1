namespace AirsPolicy.Runtime.Numbers;

/// <summary>Compares and divides exact numbers, whatever their exponents.</summary>
internal static class ExactOrder
{
    // So many places are moved in 64 bits, which nearly all numbers keep to.
    private const int QuickPlaces = 19;

    /// <summary>Less than 0 where the left number is smaller, 0 where both are worth the same.</summary>
    public static int Compare(ExactNumber left, ExactNumber right)
    {
        var sign = SignOf(left);
        if (sign != SignOf(right) || sign == 0)
            return sign.CompareTo(SignOf(right));
        if (left.Exponent == right.Exponent)
            return sign * left.Coefficient.CompareTo(right.Coefficient);
        var places = Math.Abs(left.Exponent - right.Exponent);
        if (places > QuickPlaces || left.Coefficient > ulong.MaxValue || right.Coefficient > ulong.MaxValue)
        {
            var magnitude = (DigitsOf(left.Coefficient) + left.Exponent).CompareTo(DigitsOf(right.Coefficient) + right.Exponent);
            if (magnitude != 0)
                return sign * magnitude;
        }
        // With the first digit at the same place neither grows beyond the digits of the other.
        return sign * (left.Exponent > right.Exponent
            ? Shift(left.Coefficient, places).CompareTo(right.Coefficient)
            : left.Coefficient.CompareTo(Shift(right.Coefficient, places)));
    }

    /// <summary>
    /// Whether a number divided by <c>coefficient · 10^exponent</c>, whose coefficient does not end in zero, leaves nothing.
    /// </summary>
    public static bool IsMultiple(ExactNumber number, ulong coefficient, int exponent)
    {
        var digits = number.Coefficient;
        var places = number.Exponent - exponent;
        if (places is >= 0 and <= QuickPlaces && digits <= ulong.MaxValue)
            return coefficient == 1
                || (UInt128)((ulong)digits % coefficient) * (PowersOfTen.Of(places) % coefficient) is var product
                    && (product <= ulong.MaxValue ? (ulong)product % coefficient == 0 : product % coefficient == UInt128.Zero);
        for (; places < 0 && digits != UInt128.Zero; places++)
        {
            var (tenth, rest) = UInt128.DivRem(digits, 10);
            if (rest != UInt128.Zero)
                return false;
            digits = tenth;
        }
        var left = digits % coefficient;
        for (; places > 0 && left != UInt128.Zero; places--)
            left = left * 10 % coefficient;
        return left == UInt128.Zero;
    }

    private static int SignOf(ExactNumber number) => number.Coefficient == UInt128.Zero ? 0 : number.Negative ? -1 : 1;

    private static int DigitsOf(UInt128 coefficient)
    {
        var digits = 0;
        for (; coefficient != UInt128.Zero; coefficient /= 10)
            digits++;
        return digits;
    }

    private static UInt128 Shift(UInt128 coefficient, int places)
    {
        for (; places > QuickPlaces; places -= QuickPlaces)
            coefficient *= PowersOfTen.Of(QuickPlaces);
        return coefficient * PowersOfTen.Of(places);
    }
}
