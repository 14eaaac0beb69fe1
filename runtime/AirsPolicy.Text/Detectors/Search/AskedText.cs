using AirsPolicy.Text.Detectors.Builtin;
using AirsPolicy.Text.Detectors.Learned;
using AirsPolicy.Text.Literals;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Detectors.Search;

/// <summary>
/// One text that is asked about: its views, the literals and the numbers in them, each made when first needed, and what each detector has
/// said of it.
/// </summary>
/// <param name="detectors">How many detectors can be asked.</param>
/// <param name="scans">What is looked for in each view on their behalf; none for those of whom no literal is.</param>
internal sealed class AskedText(int detectors, LiteralScan?[] scans)
{
    private const int FoldedAtOnce = 1 << 15;

    private readonly Answer[] _answers = new Answer[detectors];
    private readonly TextView?[] _views = new TextView?[TextViews.Kinds];
    private readonly ReadText?[] _read = new ReadText?[TextViews.Kinds];
    private readonly LiteralHits?[] _hits = new LiteralHits?[TextViews.Kinds];
    private readonly NumberRegions _numbers = new();
    private readonly NumberRegions _partedNumbers = new();
    private readonly char[] _highest = new char[TextViews.Kinds];
    // A bit for each view that is made, that is read for models, in which literals have been looked for, and whose greatest unit is known.
    private int _made;
    private int _wasRead;
    private int _scanned;
    private int _weighed;
    private bool _isNumbered;
    private bool _isPartedNumbered;
    private bool? _hasSeams;
    private HeldCluster? _cluster;
    // Which text this is; the answers of an earlier one carry another number.
    private long _generation;

    /// <summary>What classifiers of the host say, in millionths, by their numbers.</summary>
    public long[] Classified { get; init; } = [];

    /// <summary>The last item with a model that has looked at the text, and what the model said; null before the first.</summary>
    public (ItemSearch Item, LearnedLook Look)? LastLook { get; set; }

    /// <summary>Begins with another text.</summary>
    public void Begin()
    {
        LastLook = null;
        _generation++;
        _made = 0;
        _wasRead = 0;
        _scanned = 0;
        _weighed = 0;
        _isNumbered = _isPartedNumbered = false;
        _hasSeams = null;
    }

    /// <summary>A view of <paramref name="text"/>, which is the text that this has begun with.</summary>
    public TextView View(TextViewKind kind, ReadOnlySpan<char> text)
    {
        var view = _views[(int)kind] ??= new TextView();
        if ((_made & 1 << (int)kind) != 0)
            return view;
        if (kind == TextViewKind.Meant)
            TextViews.Mean(View(TextViewKind.Decoded, text) is { Length: > 0 } decoded ? decoded : View(TextViewKind.Folded, text), view);
        else if (kind == TextViewKind.Decoded)
            Decoding.Decode(text, view, View(TextViewKind.Folded, text));
        else if (kind is TextViewKind.Plain or TextViewKind.Folded or TextViewKind.Parted)
            TextViews.Write(kind, text, view);
        else
            TextViews.Derive(kind, View(TextViewKind.Folded, text), view);
        _made |= 1 << (int)kind;
        return view;
    }

    /// <summary>What a model reads of a view of <paramref name="text"/>.</summary>
    public ReadText ReadOf(TextViewKind kind, ReadOnlySpan<char> text)
    {
        var read = _read[(int)kind] ??= new ReadText();
        if ((_wasRead & 1 << (int)kind) != 0)
            return read;
        read.Fill(View(kind, text));
        _wasRead |= 1 << (int)kind;
        return read;
    }

    /// <summary>
    /// Where the literals of items stand in a view, by the numbers of the items; looked for at most once. It is a view that has a scan.
    /// </summary>
    public LiteralHits Hits(int kind, ReadOnlySpan<char> text)
    {
        var hits = _hits[kind] ??= new LiteralHits();
        if ((_scanned & 1 << kind) != 0)
            return hits;
        if (kind == (int)TextViewKind.Folded && (_made & 1 << kind) == 0 && text.Length > FoldedAtOnce)
            FoldAndScan(text, scans[kind]!, hits);
        else
            scans[ScanOf(kind)]!.Scan(kind == (int)TextViewKind.Plain ? text : View((TextViewKind)kind, text).Text, hits);
        _scanned |= 1 << kind;
        return hits;
    }

    // Both readings of the folded text are looked through for the same.
    private static int ScanOf(int kind) => kind == (int)TextViewKind.Parted ? (int)TextViewKind.Folded : kind;

    // What has been folded is looked through while it lies in the nearest caches.
    private void FoldAndScan(ReadOnlySpan<char> text, LiteralScan scan, LiteralHits hits)
    {
        var view = _views[(int)TextViewKind.Folded] ??= new TextView();
        view.Clear(text.Length);
        var cluster = _cluster ??= new HeldCluster();
        cluster.IsOpen = cluster.IsWritten = false;
        scan.Begin(text.Length, hits);
        var place = 0;
        for (int from = 0, end; from < text.Length; from = end)
        {
            end = Math.Min(text.Length, from + FoldedAtOnce);
            if (end < text.Length && char.IsHighSurrogate(text[end - 1])) end--;
            Folding.FoldOn(text[..end], from, end == text.Length, view, cluster);
            place = scan.Continue(view.Text, place, hits);
        }

        scan.End(view.Text, place, hits);
        _made |= 1 << (int)TextViewKind.Folded;
    }

    /// <summary>The greatest unit of a view: the least where it is empty.</summary>
    public char HighestIn(TextViewKind kind, ReadOnlySpan<char> text)
    {
        if ((_weighed & 1 << (int)kind) != 0) return _highest[(int)kind];
        _weighed |= 1 << (int)kind;
        return _highest[(int)kind] = GreatestUnit.Of(kind == TextViewKind.Plain ? text : View(kind, text).Text);
    }

    /// <summary>Where there are numbers in the folded view, looked for at most once.</summary>
    public NumberRegions Numbers(ReadOnlySpan<char> text)
    {
        if (_isNumbered) return _numbers;
        _numbers.Fill(View(TextViewKind.Folded, text).Text);
        _isNumbered = true;
        return _numbers;
    }

    /// <summary>Whether built-in detectors read the folded text a second time; looked for at most once.</summary>
    public bool HasSeams(ReadOnlySpan<char> text) => _hasSeams ??= Parting.HasSeams(text);

    /// <summary>The same in the second reading of the folded text.</summary>
    public NumberRegions PartedNumbers(ReadOnlySpan<char> text)
    {
        if (_isPartedNumbered) return _partedNumbers;
        _partedNumbers.Fill(View(TextViewKind.Parted, text).Text);
        _isPartedNumbered = true;
        return _partedNumbers;
    }

    public bool HasAnswer(int detector) => _answers[detector].Generation == _generation;

    public ref readonly Answer AnswerOf(int detector) => ref _answers[detector];

    public void Keep(int detector, bool found, int score, int first, int count) =>
        _answers[detector] = new Answer(_generation, found, score, first, count);
}
