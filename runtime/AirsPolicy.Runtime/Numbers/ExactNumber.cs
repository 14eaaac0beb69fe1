namespace AirsPolicy.Runtime.Numbers;

/// <summary>
/// A number as its text gives it, never through a double: <c>±Coefficient · 10^Exponent</c>. Where the exponent is negative the
/// coefficient does not end in zero, so that a negative exponent always means a fraction. Zero has no sign.
/// </summary>
internal readonly record struct ExactNumber(bool Negative, UInt128 Coefficient, int Exponent)
{
    /// <summary>How many significant digits a number of the language has at most.</summary>
    public const int MaxDigits = 28;

    /// <summary>
    /// The greatest decimal exponent of the first digit, that of a double; a greater number is out of range whatever its type.
    /// </summary>
    public const int MaxMagnitude = 308;

    private static readonly UInt128 s_decimalLimit = UInt128.One << 96;

    /// <summary>An integer.</summary>
    public static ExactNumber Of(long value) => new(value < 0, value < 0 ? (ulong)-(value + 1) + 1 : (ulong)value, 0);

    /// <summary>A decimal that has no more places than it needs.</summary>
    public static ExactNumber Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var coefficient = new UInt128((uint)bits[2], (ulong)(uint)bits[1] << 32 | (uint)bits[0]);
        var places = (byte)(bits[3] >> 16);
        return new ExactNumber(bits[3] < 0 && coefficient != UInt128.Zero, coefficient, coefficient == UInt128.Zero ? 0 : -places);
    }

    /// <summary>The value as an integer.</summary>
    /// <returns>False where it has a fraction or lies outside 64 bits.</returns>
    public bool TryToInt64(out long value) => TryToScaledInt64(0, out value);

    /// <summary>The value times <c>10^scale</c> as an integer.</summary>
    /// <returns>False where that has a fraction or lies outside 64 bits.</returns>
    public bool TryToScaledInt64(int scale, out long value)
    {
        value = 0;
        var exponent = Coefficient == UInt128.Zero ? 0 : Exponent + scale;
        if (exponent is < 0 or > 18 || Coefficient > ulong.MaxValue)
            return false;
        var magnitude = (UInt128)(ulong)Coefficient * PowersOfTen.Of(exponent);
        if (magnitude > (UInt128)long.MaxValue + (Negative ? 1UL : 0UL))
            return false;
        value = Negative ? unchecked(-(long)(ulong)magnitude) : (long)magnitude;
        return true;
    }

    /// <summary>The value as a decimal with no more places than it needs.</summary>
    /// <returns>False where a decimal cannot hold it exactly.</returns>
    public bool TryToDecimal(out decimal value)
    {
        value = 0;
        if (Coefficient == UInt128.Zero)
            return true;
        if (Exponent is < -28 or > 28)
            return false;
        var coefficient = Coefficient;
        for (var i = 0; i < Exponent; i++)
        {
            coefficient *= 10;
            if (coefficient >= s_decimalLimit)
                return false;
        }
        var low = (ulong)coefficient;
        value = new decimal((int)low, (int)(low >> 32), (int)(uint)(ulong)(coefficient >> 64), Negative, (byte)Math.Max(0, -Exponent));
        return true;
    }
}
