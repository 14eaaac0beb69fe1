namespace AirsPolicy.Runtime.Numbers;

/// <summary>
/// The closed table of arithmetic, one method a row, shared by both engines. Each gives false where the result leaves the range of
/// its type; the rule then fails with an overflow.
/// </summary>
public static class CheckedArithmetic
{
    /// <summary>The greatest instant: the last tick of year 9999.</summary>
    public const long MaxInstant = 3_155_378_975_999_999_999;

    /// <summary>The greatest date, 9999-12-31.</summary>
    public const long MaxDate = 3_652_058;

    /// <summary>int + int; also duration + duration.</summary>
    public static bool TryAdd(long a, long b, out long result)
    {
        result = unchecked(a + b);
        return ((a ^ result) & (b ^ result)) >= 0;
    }

    /// <summary>int − int; also duration − duration.</summary>
    public static bool TrySubtract(long a, long b, out long result)
    {
        result = unchecked(a - b);
        return ((a ^ b) & (a ^ result)) >= 0;
    }

    /// <summary>int · int; also duration · int.</summary>
    public static bool TryMultiply(long a, long b, out long result)
    {
        var high = Math.BigMul(a, b, out result);
        return high == result >> 63;
    }

    /// <summary>−x of an int or a duration.</summary>
    public static bool TryNegate(long a, out long result)
    {
        result = unchecked(-a);
        return a != long.MinValue;
    }

    /// <summary>decimal + decimal and money + money. A sum of more than 28 digits is rounded half-even to what a decimal holds.</summary>
    public static bool TryAdd(decimal a, decimal b, out decimal result)
    {
        try
        {
            result = a + b;
            return true;
        }
        catch (OverflowException)
        {
            result = 0;
            return false;
        }
    }

    /// <summary>decimal − decimal and money − money.</summary>
    public static bool TrySubtract(decimal a, decimal b, out decimal result) => TryAdd(a, -b, out result);

    /// <summary>
    /// decimal · decimal and money · decimal. A product of more than 28 digits is rounded half-even to what a decimal holds.
    /// </summary>
    public static bool TryMultiply(decimal a, decimal b, out decimal result)
    {
        try
        {
            result = a * b;
            return true;
        }
        catch (OverflowException)
        {
            result = 0;
            return false;
        }
    }

    /// <summary>money · int.</summary>
    public static bool TryMultiply(decimal a, long b, out decimal result) => TryMultiply(a, (decimal)b, out result);

    /// <summary>money · share, the share in millionths; exact up to 28 digits.</summary>
    public static bool TryMultiplyByShare(decimal a, long share, out decimal result) => TryMultiply(a, ShareToDecimal(share), out result);

    /// <summary>share · int as a decimal, since it may pass the whole; never overflows.</summary>
    public static bool TryShareByInt(long share, long factor, out decimal result) => TryMultiply(ShareToDecimal(share), factor, out result);

    /// <summary>A share in millionths as a decimal: 850,000 is 0.85.</summary>
    public static decimal ShareToDecimal(long share) =>
        new((int)share, (int)(share >> 32), 0, false, 6);

    /// <summary>instant + duration.</summary>
    public static bool TryAddToInstant(long instant, long duration, out long result) =>
        TryAdd(instant, duration, out result) && result is >= 0 and <= MaxInstant;

    /// <summary>instant − duration.</summary>
    public static bool TrySubtractFromInstant(long instant, long duration, out long result) =>
        TrySubtract(instant, duration, out result) && result is >= 0 and <= MaxInstant;

    /// <summary>date + duration of whole days. False also where the duration has a part of a day.</summary>
    public static bool TryAddToDate(long date, long duration, out long result) => TryShiftDate(date, duration, 1, out result);

    /// <summary>date − duration of whole days. False also where the duration has a part of a day.</summary>
    public static bool TrySubtractFromDate(long date, long duration, out long result) => TryShiftDate(date, duration, -1, out result);

    /// <summary>date − date as a duration; never overflows for dates in range.</summary>
    public static bool TryDateDifference(long a, long b, out long result) =>
        TryMultiply(a - b, TimeSpan.TicksPerDay, out result);

    /// <summary>size + size.</summary>
    public static bool TryAddSizes(long a, long b, out long result) => TryAdd(a, b, out result) && result >= 0;

    /// <summary>size · int; false where the result would be negative.</summary>
    public static bool TryMultiplySize(long size, long factor, out long result) => TryMultiply(size, factor, out result) && result >= 0;

    private static bool TryShiftDate(long date, long duration, int sign, out long result)
    {
        result = date + sign * (duration / TimeSpan.TicksPerDay);
        return duration % TimeSpan.TicksPerDay == 0 && result is >= 0 and <= MaxDate;
    }
}
