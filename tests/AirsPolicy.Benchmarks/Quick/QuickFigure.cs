using System.Globalization;

namespace AirsPolicy.Benchmarks.Quick;

/// <summary>What came out of one measurement.</summary>
/// <param name="Text">The figure with its unit.</param>
/// <param name="Ok">Whether it is within the bar.</param>
/// <param name="Reference">What it is held against, measured in the same run, with its unit; empty where the figure stands alone.</param>
/// <param name="Ratio">How many times the reference it is; null where it stands alone.</param>
internal readonly record struct QuickFigure(string Text, bool Ok, string Reference = "", double? Ratio = null)
{
    /// <summary>
    /// A time held against a reference. Machines differ by a factor of two and more; what one takes as a multiple of the other differs far
    /// less.
    /// </summary>
    /// <param name="nanoseconds">The time.</param>
    /// <param name="reference">The time of the reference, in nanoseconds.</param>
    /// <param name="bar">The most that the first may be as a multiple of the second.</param>
    /// <param name="isWithin">Whether everything else that the row asks for holds.</param>
    /// <param name="more">What is said behind the time.</param>
    public static QuickFigure Against(double nanoseconds, double reference, double bar, bool isWithin = true, string more = "") =>
        new(Time(nanoseconds) + more, isWithin && nanoseconds <= bar * reference, Time(reference), nanoseconds / reference);

    /// <summary>A time, in the unit in which it has up to three digits before the point.</summary>
    public static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1e3 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds:F0} ns"),
        < 1e6 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e3:F2} µs"),
        < 1e9 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e6:F1} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e9:F2} s"),
    };
}
