namespace AirsPolicy.Runtime.Numbers;

/// <summary>Powers of ten that fit 64 bits.</summary>
internal static class PowersOfTen
{
    private static readonly ulong[] s_powers = Make();

    /// <summary>10 to the power of <paramref name="exponent"/>, which is 0 to 19.</summary>
    public static ulong Of(int exponent) => s_powers[exponent];

    private static ulong[] Make()
    {
        var powers = new ulong[20];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
            powers[i] = powers[i - 1] * 10;
        return powers;
    }
}
