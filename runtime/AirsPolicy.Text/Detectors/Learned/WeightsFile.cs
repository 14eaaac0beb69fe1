using System.Globalization;

namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>
/// Reads a weights file: a head, the margins, and the weights in base64, one signed byte a feature. Lines that begin with <c>#</c> say
/// where it comes from.
/// </summary>
public static class WeightsFile
{
    /// <summary>The first line.</summary>
    internal const string Header = "airs linear model 1";

    /// <summary>Why a text is no weights file, as a clause for a message ("it does not begin with …"); null where it is one.</summary>
    public static string? ProblemOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(text, out var problem) is null ? problem : null;
    }

    /// <summary>The model of a weights file.</summary>
    /// <exception cref="ArgumentException">The text is none.</exception>
    internal static LinearModel Parse(string text) =>
        Read(text, out var problem) ?? throw new ArgumentException($"The weights cannot be read: {problem}.", nameof(text));

    private static LinearModel? Read(string text, out string? problem)
    {
        var lines = text.Split('\n').Where(line => !line.StartsWith('#')).ToArray();
        problem = $"it does not begin with '{Header}'";
        if (lines[0] != Header) return null;
        problem = "it does not give 'start', 'zero', 'half' and 'whole', each more than the one before from 'zero' on, and then 'weights'";
        if (lines.Length < 6 || lines[5] != "weights" || !TryRead(lines, out var scale)) return null;
        problem = $"it does not have {TextFeatures.Buckets} weights in base64";
        var bytes = new byte[TextFeatures.Buckets];
        if (!Convert.TryFromBase64String(string.Concat(lines[6..]), bytes, out var count) || count != bytes.Length) return null;
        problem = null;
        return new LinearModel([.. bytes.Select(value => (sbyte)value)], scale);
    }

    private static bool TryRead(string[] lines, out MarginScale scale)
    {
        scale = new MarginScale(0, 0, 0, 0);
        if (!TryNumber(lines[1], "start ", out var start) || !TryNumber(lines[2], "zero ", out var zero)
            || !TryNumber(lines[3], "half ", out var half) || !TryNumber(lines[4], "whole ", out var whole)) return false;
        scale = new MarginScale(start, zero, half, whole);
        return zero < half && half < whole;
    }

    // Far from where sums would overflow.
    private static bool TryNumber(string line, string name, out long number)
    {
        number = 0;
        return line.StartsWith(name, StringComparison.Ordinal)
            && long.TryParse(line.AsSpan(name.Length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
            && Math.Abs(number) < 1L << 40;
    }
}
