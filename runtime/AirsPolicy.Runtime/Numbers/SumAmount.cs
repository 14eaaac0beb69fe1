using AirsPolicy.Text.Scores;

namespace AirsPolicy.Runtime.Numbers;

/// <summary>
/// Amounts as they are summed over time: whole numbers of 128 bits. Numbers, durations and sizes stand as they are; decimals and amounts
/// of money in units of 10⁻¹². Whole numbers can be taken out of a sum again and give the same in any order, which decimals that round do
/// not.
/// </summary>
public static class SumAmount
{
    /// <summary>How many digits behind the point a decimal may have to be summed.</summary>
    public const int Digits = 12;

    /// <summary>The greatest decimal that is summed, and without its sign the least.</summary>
    public const decimal Greatest = 1_000_000_000_000_000;

    private const int ScaleShift = 16;
    private const int ScaleMask = 0xFF;

    /// <summary>A decimal as an amount. False where it has more digits behind the point or is greater than a sum carries.</summary>
    public static bool TryOf(decimal value, out Int128 amount)
    {
        amount = 0;
        if (value is > Greatest or < -Greatest)
            return false;
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var whole = new Int128((uint)parts[2], ((ulong)(uint)parts[1] << 32) | (uint)parts[0]);
        var missing = Digits - (parts[3] >> ScaleShift & ScaleMask);
        if (missing >= 0)
            whole *= PowerOfTen(missing);
        else if (Int128.DivRem(whole, PowerOfTen(-missing)) is (var quotient, var rest) && rest == 0)
            whole = quotient;
        else
            return false;
        amount = parts[3] < 0 ? -whole : whole;
        return true;
    }

    /// <summary>An amount of decimals as a decimal, exactly. False above 2⁹⁶ · 10⁻¹², some 79 quadrillion.</summary>
    public static bool TryToDecimal(Int128 amount, out decimal value)
    {
        var digits = (UInt128)Int128.Abs(amount);
        value = 0;
        if (digits >> 96 != 0)
            return false;
        value = new decimal((int)(uint)digits, (int)(uint)(digits >> 32), (int)(uint)(digits >> 64), amount < 0, Digits);
        return true;
    }

    /// <summary>An amount of whole numbers as one of 64 bits. False where it is outside.</summary>
    public static bool TryToLong(Int128 amount, out long value)
    {
        value = (long)amount;
        return value == amount;
    }

    /// <summary>The sum of two amounts. False where it is outside 128 bits.</summary>
    public static bool TryAdd(Int128 a, Int128 b, out Int128 sum)
    {
        sum = unchecked(a + b);
        return ((a ^ sum) & (b ^ sum)) >= 0;
    }

    /// <summary>The greatest amount that is not above a share of <paramref name="whole"/>.</summary>
    /// <param name="whole">Not negative, and at most <see cref="Greatest"/> as an amount or a number of 64 bits.</param>
    /// <param name="share">In millionths.</param>
    public static Int128 PartOf(Int128 whole, long share) => whole * share / Millionths.Whole;

    private static Int128 PowerOfTen(int exponent)
    {
        Int128 power = 1;
        for (var i = 0; i < exponent; i++)
            power *= 10;
        return power;
    }
}
