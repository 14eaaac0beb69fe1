namespace AirsPolicy.DetectorTraining;

/// <summary>How likely a margin is that of an attack.</summary>
internal static class Logistic
{
    private const double Log2 = 0.693147180559945309417232;
    private const int Terms = 13;

    /// <summary>
    /// 1 / (1 + e^-margin), of additions, multiplications and divisions alone, so that it is the same to the last bit on every machine.
    /// </summary>
    public static double Of(double margin) => 1 / (1 + Exponential(Math.Clamp(-margin, -30, 30)));

    // Powers of two are exact; of what is left, less than one half of log 2, the series ends soon.
    private static double Exponential(double value)
    {
        var whole = Math.Round(value / Log2);
        var rest = value - whole * Log2;
        var (sum, term) = (1.0, 1.0);
        for (var number = 1; number <= Terms; number++)
        {
            term *= rest / number;
            sum += term;
        }
        return Math.ScaleB(sum, (int)whole);
    }
}
