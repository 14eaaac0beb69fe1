using AirsPolicy.Text.Detectors.Builtin.Anchored;
using AirsPolicy.Text.Patterns.Matching;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Windows;

/// <summary>
/// Asks the detectors of a plan of a text that still arrives, and reads every character once. What it says is certain: it is what the whole
/// text will say, whatever follows. One thread at a time; allocates nothing once it has grown to the texts it meets, while nothing is
/// found.
/// </summary>
internal sealed class WindowScan
{
    private readonly WindowPlan _plan;
    private readonly TextWork _work;
    private readonly WindowSearch _plain;
    private readonly WindowSearch _folded;
    private readonly StretchGroup _plainStretches;
    private readonly StretchGroup _stretches;
    private readonly AnchorGroup _anchors;
    private readonly WindowFindings[] _findings;
    private readonly TextView _view = new();
    private readonly HeldCluster _cluster = new();
    private readonly QuietReader _quiet;
    private readonly List<TextSpan> _stood = [];
    private int _length;
    private int _pending;
    // Invisible characters that may stand for something have come: what the other reading of the text says is only known of the whole.
    private bool _isParted;

    /// <param name="plan">What is looked for.</param>
    /// <param name="work">
    /// What is left for it to do in one text. Once that is used up what it says means nothing. Null for no bound.
    /// </param>
    public WindowScan(WindowPlan plan, TextWork? work = null)
    {
        _plan = plan;
        _work = work ?? new TextWork();
        _plain = new WindowSearch(plan.Plain, _work);
        _folded = new WindowSearch(plan.Folded, _work);
        _plainStretches = plan.StretchesIn(TextViewKind.Plain);
        _stretches = plan.StretchesIn(TextViewKind.Folded);
        _anchors = new AnchorGroup(plan.Anchors);
        _quiet = new QuietReader(_plain, _folded, _plainStretches, _stretches, _view, _cluster);
        _findings = [.. plan.Detectors.Select((detector, place) => new WindowFindings(detector, plan.IsAsked(place)))];
    }

    /// <summary>Nothing that begins before it in the text, and is not told yet, will ever be found.</summary>
    public int Held { get; private set; }

    /// <summary>Whether what a detector says has changed with what was read last.</summary>
    public bool HasChanged { get; private set; }

    /// <summary>Whether some detector has matches that nobody has taken away.</summary>
    public bool HasMatches { get; set; }

    /// <summary>What is known of a detector, by its place in the plan.</summary>
    public WindowFindings this[int place] => _findings[place];

    /// <summary>Begins with another text.</summary>
    public void Start()
    {
        _work.Begin();
        _plain.Start();
        _folded.Start();
        _plainStretches.Start();
        _stretches.Start();
        _anchors.Start();
        foreach (var findings in _findings)
            findings.Start();
        _view.Clear(0);
        _cluster.IsOpen = _cluster.IsWritten = false;
        _length = _pending = Held = 0;
        _quiet.Prepare(-1);
        HasChanged = HasMatches = _isParted = false;
    }

    /// <summary>
    /// Reads what has been added to the text, up to invisible characters that may stand for a space or for letters: from there on all of it
    /// is held, since the second reading of the folded text (<see cref="TextViewKind.Parted"/>) is only made of the whole.
    /// </summary>
    /// <param name="text">The text so far; it does not end between the halves of a pair.</param>
    /// <param name="last">Whether nothing follows.</param>
    public void Read(ReadOnlySpan<char> text, bool last)
    {
        HasChanged = false;
        if (_isParted)
            return;
        if (IsReadTwice(text[_length..])
            && PartingPass.FirstRunIn(text, _length, out _isParted) is var run
            && (!last || _isParted))
            text = text[..run];
        // Nothing new says nothing new.
        if (!last && text.Length == _length)
            return;
        var isQuiet = !last && (_length = _quiet.Read(text, _length)) == text.Length;
        _anchors.Read(text, last);
        if (isQuiet && _anchors.Found.Count == 0)
        {
            Held = Math.Min(_quiet.HeldIn(_length), _anchors.Held);
            return;
        }
        if (!isQuiet)
            ReadAll(text, last);
        if (_pending > 0
            || _plain.Found.Count + _folded.Found.Count + _stretches.Found.Count + _plainStretches.Found.Count + _anchors.Found.Count > 0)
            Settle(text, last);
        Held = last ? text.Length : HeldByAll();
        _quiet.Prepare(_pending == 0 ? _length : -1);
    }

    // Built-in detectors read another time only what they are glued in.
    private bool IsReadTwice(ReadOnlySpan<char> added) =>
        !_plan.Folded.Items.IsEmpty || _plan.HasFoldedBuiltins && Parting.HasSeams(added);

    private void ReadAll(ReadOnlySpan<char> text, bool last)
    {
        _plain.Read(text, last);
        Folding.FoldOn(text, _length, last, _view, _cluster);
        _folded.Read(_view.Text, last);
        _stretches.Read(_view.Text, last);
        _plainStretches.Read(text, last);
        _length = text.Length;
    }

    private void Settle(ReadOnlySpan<char> text, bool last)
    {
        TellPlain(_plain.Found);
        TellPlain(_plainStretches.Found);
        TellPlain(_anchors.Found);
        TellInView(text, _folded.Found);
        TellInView(text, _stretches.Found);
        // Those that a detector refers to stand before it.
        _pending = 0;
        for (var place = 0; place < _findings.Length; place++)
        {
            var findings = _findings[place];
            if (findings.HasPending)
            {
                _stood.Clear();
                findings.Settle(last || findings.Exceptions.Length == 0 ? int.MaxValue : HeldBy(findings.Exceptions), _stood);
                Pass(place);
            }
            HasChanged |= findings.Update(_findings);
            HasMatches |= findings.Matches.Count > 0;
            _pending += findings.PendingCount;
            findings.Forget(Held);
        }
    }

    private void TellPlain(List<WindowMatch> matches)
    {
        foreach (var match in matches)
            Tell(match.Source, new TextSpan(match.Start, match.End));
        matches.Clear();
    }

    private void TellInView(ReadOnlySpan<char> text, List<WindowMatch> matches)
    {
        foreach (var match in matches)
        {
            var span = _view.ToOriginal(match.Start, match.End);
            if (_plan.Sources[match.Source].Builtin?.Stands(text[span.Start..span.End]) != false)
                Tell(match.Source, span);
        }
        matches.Clear();
    }

    private void Tell(int source, TextSpan span)
    {
        foreach (var user in _plan.Users[source])
            _findings[user.Detector].Add(user, span);
    }

    private void Pass(int place)
    {
        foreach (var user in _plan.Referring[place])
        {
            foreach (var span in _stood)
                _findings[user.Detector].Add(user, span);
        }
    }

    private int HeldByAll()
    {
        var held = Math.Min(
            Math.Min(_plain.Held, Math.Min(_plainStretches.Held, _anchors.Held)),
            ToOriginal(Math.Min(_folded.Held, _stretches.Held)));
        if (_pending == 0)
            return held;
        foreach (var findings in _findings)
            held = Math.Min(held, findings.EarliestPending);
        return held;
    }

    // What has not come into the view yet is held too.
    private int ToOriginal(int viewIndex) =>
        viewIndex < _view.Text.Length ? _view.StartOf(viewIndex)
        : _cluster is { IsOpen: true, IsWritten: false } ? _cluster.Start
        : _length;

    private int HeldBy(WindowDetectorItem[] items)
    {
        var held = int.MaxValue;
        foreach (var item in items)
        {
            foreach (var source in item.Sources)
                held = Math.Min(held, HeldBy(source));
            if (item.Reference >= 0)
                held = Math.Min(held, Math.Min(_findings[item.Reference].EarliestPending, HeldBy(_plan.Detectors[item.Reference].Items)));
        }
        return held;
    }

    private int HeldBy(int source)
    {
        var (view, item, builtin) = _plan.Sources[source];
        if (builtin is AnchoredDetector)
            return _anchors.HeldBy(source);
        if (builtin is not null)
            return view == TextViewKind.Plain ? _plainStretches.HeldBy(source) : ToOriginal(_stretches.HeldBy(source));
        return view == TextViewKind.Plain ? _plain.HeldBy(item) : ToOriginal(_folded.HeldBy(item));
    }
}
