using System.Globalization;
using System.IO.Compression;
using System.Text;
using AirsPolicy.Text;
using AirsPolicy.Text.Detectors.Learned;
using AirsPolicy.Text.Views;

namespace AirsPolicy.DetectorTraining;

/// <summary>What was learned of one question, as bytes, and what margins are worth.</summary>
internal sealed class SideModel
{
    private const int LongestLine = 160;

    // Larger weights than those of so many are cut off, so that the others keep their steps.
    private const double KeptWhole = 0.999;

    // Weights have 31 values, so far apart: finer ones find no more, and make files larger.
    private const int Step = 8;
    private const int MostSteps = sbyte.MaxValue / Step;

    // From so much below the margin of half nothing is said, and so much above it all is certain.
    private const double Below = 1.2, Above = 3;

    private readonly byte[] _bytes;
    private readonly double _start;
    private readonly double _scale;
    private readonly LinearModel _first;
    private readonly NetworkWeights? _network;
    private readonly bool _isData;
    private readonly PhraseNetwork? _second;

    /// <param name="weights">What was learned.</param>
    public SideModel(double[] weights)
    {
        var sizes = weights[..^1].Select(Math.Abs).Where(size => size > 0).Order().ToArray();
        _scale = Step * MostSteps / sizes[(int)(KeptWhole * (sizes.Length - 1))];
        _bytes =
        [
            .. weights[..^1].Select(weight => (byte)WholeSteps(weight * _scale)),
        ];
        _start = weights[^1];
        _first = new LinearModel([.. _bytes.Select(value => (sbyte)value)], Units(_start));
    }

    private SideModel(SideModel first, NetworkWeights network, bool isData)
    {
        (_bytes, _start, _scale, _first) = (first._bytes, first._start, first._scale, first._first);
        (_network, _isData) = (network, isData);
        _second = PhraseNetwork.Read(network.Write(isData))
            ?? throw new InvalidOperationException("The network has a number that is none.");
    }

    /// <summary>The same with a network that takes a second look.</summary>
    public SideModel With(NetworkWeights network, bool isData) => new(this, network, isData);

    /// <summary>The margin of a folded text by the linear model, in what was learned.</summary>
    public double MarginOf(string folded) => _first.MarginOf(folded, out _) / (_scale * WindowSums.Unit);

    /// <summary>The window of a folded text that looks most like an attack.</summary>
    public TextSpan WindowOf(string folded)
    {
        _ = _first.MarginOf(folded, out var window);
        return window;
    }

    /// <summary>What this says of a text as detectors read it: folded, and without addresses.</summary>
    public Looked LookAt(LabelledText text)
    {
        var (folded, read) = (new TextView(), new ReadText());
        TextViews.Write(TextViewKind.Folded, text.Text, folded);
        read.Fill(folded);
        return new Looked(text, LooksOf(read.Text.Text.ToString()));
    }

    /// <summary>
    /// The margins of each window of a folded text: by the linear model, and by the network, 0 where there is none.
    /// </summary>
    public List<(double First, double Second)> LooksOf(string folded)
    {
        if (_second is null) return [(MarginOf(folded), 0)];
        var looks = new Looks([], _scale * WindowSums.Unit);
        Span<ulong> all = stackalloc ulong[BlockMarks.Cells];
        all.Fill(ulong.MaxValue);
        _first.LookWith(_second, folded, new BlockMarks(all), ref looks);
        return looks.All;
    }

    private readonly struct Looks(List<(double First, double Second)> all, double unit) : IWindowSink
    {
        public List<(double First, double Second)> All => all;

        public void Add(StrongWindow window, scoped in PhraseFilters filters) =>
            all.Add((window.Margin / unit, (double)filters.MarginOf(window.Blocks) / PhraseNetwork.Unit));
    }

    /// <summary>The weights file.</summary>
    /// <param name="margins">What decides.</param>
    /// <param name="provenance">Lines that begin with <c>#</c>.</param>
    public string Write(Margins margins, IEnumerable<string> provenance)
    {
        var text = new StringBuilder("airs linear model 2\n# Trained by tools/AirsPolicy.DetectorTraining on:\n");
        foreach (var line in provenance) text.Append(line).Append('\n');
        var half = margins.Half;
        foreach (var (name, margin) in new[] { ("start", _start), ("zero", half - Below), ("half", half), ("whole", half + Above) })
            text.Append(CultureInfo.InvariantCulture, $"{name} {Units(margin)}\n");
        text.Append(WeightsFile.Concepts).Append("\nweights\n");
        Write(text, _bytes);
        if (_network is null) return text.ToString();
        text.Append(CultureInfo.InvariantCulture, $"{WeightsFile.NetworkLine}{Units(margins.SecondFrom)} {Units(margins.SecondFactor)}\n");
        Write(text, _network.Write(_isData));
        return text.ToString();
    }

    /// <summary>What decides in a weights file with a network.</summary>
    public static Margins MarginsOf(string file)
    {
        var lines = file.Split('\n');
        double[] Numbers(string name) =>
        [
            .. lines.First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..]
                .Split(' ')
                .Select(number => double.Parse(number, CultureInfo.InvariantCulture)),
        ];
        var (half, second) = (Numbers("half ")[0], Numbers(WeightsFile.NetworkLine));
        var unit = (half - Numbers("zero ")[0]) / Below;
        return new Margins(second[0] / unit, second[1] / unit, half / unit);
    }

    private static void Write(StringBuilder text, byte[] bytes)
    {
        foreach (var line in Convert.ToBase64String(Deflated(bytes)).Chunk(LongestLine)) text.Append(line).Append('\n');
    }

    private static byte[] Deflated(byte[] bytes)
    {
        var written = new MemoryStream();
        using (var deflating = new DeflateStream(written, CompressionLevel.SmallestSize)) deflating.Write(bytes);
        return written.ToArray();
    }

    private static sbyte WholeSteps(double weight) => (sbyte)(Step * Math.Clamp(Math.Round(weight / Step), -MostSteps, MostSteps));

    private long Units(double margin) => (long)Math.Round(margin * _scale * WindowSums.Unit);
}
