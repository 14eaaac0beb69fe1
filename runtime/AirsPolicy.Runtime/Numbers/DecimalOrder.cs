namespace AirsPolicy.Runtime.Numbers;

/// <summary>
/// A 64-bit key that stands to the key of a constant as the decimal stands to the constant: twice the millionths, rounded down, and one
/// more where something was cut off. A decimal between two millionths thus has an odd key between their even ones; so has one
/// beyond the range, above or below all of them.
/// </summary>
public static class DecimalOrder
{
    private const int Digits = 6;

    // Beyond, the key of a whole number of millionths would not fit.
    private const long MaxMillionths = (1L << 62) - 1;

    /// <summary>The key of a decimal. Even for a whole number of millionths in range, and then no other decimal has it.</summary>
    public static long KeyOf(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var mantissa = ((ulong)(uint)parts[1] << 32) | (uint)parts[0];
        var key = value.Scale <= Digits
            ? Scaled(mantissa, parts[2], PowersOfTen.Of(Digits - value.Scale))
            : Cut(new decimal(parts[0], parts[1], parts[2], isNegative: false, (byte)(value.Scale - Digits)));
        return decimal.IsNegative(value) ? -key : key;
    }

    /// <summary>Whether every decimal compares with a constant of this key as its own key does.</summary>
    public static bool IsExact(long key) => (key & 1) == 0;

    private static long Scaled(ulong mantissa, int high, ulong factor) =>
        high != 0 || mantissa > MaxMillionths / factor ? long.MaxValue : (long)(mantissa * factor) * 2;

    // Away from zero the sign makes of the odd key below the one above, so that a negative value is cut downwards too.
    private static long Cut(decimal millionths)
    {
        var whole = decimal.Floor(millionths);
        if (whole > MaxMillionths)
            return long.MaxValue;
        return (long)whole * 2 + (whole == millionths ? 0 : 1);
    }
}
