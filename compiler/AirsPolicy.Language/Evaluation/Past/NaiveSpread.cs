using System.Numerics;

namespace AirsPolicy.Language.Evaluation.Past;

/// <summary>
/// Mean and deviation by their definition, of whole numbers of which there is at least one. Both are cut off to whole numbers.
/// </summary>
internal static class NaiveSpread
{
    /// <summary>The mean.</summary>
    public static BigInteger Mean(IReadOnlyCollection<Int128> amounts) => Sum(amounts) / amounts.Count;

    /// <summary>The square root of the mean square of the distances from the mean.</summary>
    public static BigInteger Deviation(IReadOnlyCollection<Int128> amounts)
    {
        // Everything is taken times the number of amounts, so that the mean is whole.
        var (count, sum) = ((BigInteger)amounts.Count, Sum(amounts));
        var squares = amounts.Aggregate(BigInteger.Zero, (total, amount) => total + BigInteger.Pow(count * amount - sum, 2));
        return Root(squares / BigInteger.Pow(count, 3));
    }

    private static BigInteger Sum(IEnumerable<Int128> amounts) => amounts.Aggregate(BigInteger.Zero, (total, amount) => total + amount);

    // The greatest number whose square is not above another, by halves.
    private static BigInteger Root(BigInteger square)
    {
        var (low, high) = (BigInteger.Zero, square + 1);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (middle * middle <= square)
                low = middle;
            else
                high = middle;
        }
        return low;
    }
}
