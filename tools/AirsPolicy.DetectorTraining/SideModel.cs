using System.Globalization;
using System.IO.Compression;
using System.Text;
using AirsPolicy.Text.Detectors.Learned;

namespace AirsPolicy.DetectorTraining;

/// <summary>The weights of one question, as bytes, and what their margins are worth.</summary>
internal sealed class SideModel
{
    private const int LongestLine = 160;

    // Larger weights than those of so many are cut off, so that the others keep their steps.
    private const double KeptWhole = 0.999;

    // Smaller weights say nothing that is known, and files without them are smaller.
    private const double LeastKept = 2.5;

    // From so much below the margin of half nothing is said, and so much above it all is certain.
    private const double Below = 1.2, Above = 3;

    private readonly byte[] _bytes;
    private readonly double _start;
    private readonly double _scale;

    /// <param name="weights">What was learned.</param>
    public SideModel(double[] weights)
    {
        var sizes = weights[..^1].Select(Math.Abs).Where(size => size > 0).Order().ToArray();
        _scale = sbyte.MaxValue / sizes[(int)(KeptWhole * (sizes.Length - 1))];
        _bytes =
        [
            .. weights[..^1].Select(weight => (byte)Step(weight * _scale)),
        ];
        _start = weights[^1];
    }

    /// <summary>The margin of a folded text, in what was learned.</summary>
    public double MarginOf(string folded)
    {
        var model = new LinearModel([.. _bytes.Select(value => (sbyte)value)], new MarginScale(Units(_start), 0, 1, 2));
        return model.MarginOf(folded, out _) / (_scale * WindowSums.Unit);
    }

    /// <summary>The weights file.</summary>
    /// <param name="half">The margin from which on a text is flagged.</param>
    /// <param name="provenance">Lines that begin with <c>#</c>.</param>
    public string Write(double half, IEnumerable<string> provenance)
    {
        var text = new StringBuilder("airs linear model 2\n# Trained by tools/AirsPolicy.DetectorTraining on:\n");
        foreach (var line in provenance) text.Append(line).Append('\n');
        foreach (var (name, margin) in new[] { ("start", _start), ("zero", half - Below), ("half", half), ("whole", half + Above) })
            text.Append(CultureInfo.InvariantCulture, $"{name} {Units(margin)}\n");
        text.Append(WeightsFile.Concepts).Append("\nweights\n");
        foreach (var line in Convert.ToBase64String(Deflated()).Chunk(LongestLine)) text.Append(line).Append('\n');
        return text.ToString();
    }

    private byte[] Deflated()
    {
        var written = new MemoryStream();
        using (var deflating = new DeflateStream(written, CompressionLevel.SmallestSize)) deflating.Write(_bytes);
        return written.ToArray();
    }

    private static sbyte Step(double weight) =>
        Math.Abs(weight) < LeastKept ? (sbyte)0 : (sbyte)Math.Clamp(Math.Round(weight), -sbyte.MaxValue, sbyte.MaxValue);

    private long Units(double margin) => (long)Math.Round(margin * _scale * WindowSums.Unit);
}
