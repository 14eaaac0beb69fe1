using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.Text.Windows;

/// <summary>What is known of one detector while a text arrives.</summary>
internal sealed class WindowFindings
{
    private readonly WindowDetector _detector;
    private readonly List<(int Item, TextSpan Span)> _pending = [];
    private readonly List<TextSpan> _exceptions = [];
    private readonly bool[] _kept;
    private readonly long[] _weights;
    private readonly bool _isAsked;
    private bool _isNew;
    private bool _hasMatch;

    /// <param name="detector">The detector.</param>
    /// <param name="isAsked">Somebody takes its matches away.</param>
    public WindowFindings(WindowDetector detector, bool isAsked)
    {
        _detector = detector;
        _isAsked = isAsked;
        _kept = new bool[detector.Items.Length];
        _weights = new long[detector.Items.Length];
    }

    public WindowDetectorItem[] Exceptions => _detector.Exceptions;

    /// <summary>The matches that stand, in the order in which they became certain; whoever wants them takes them away.</summary>
    public List<TextSpan> Matches { get; } = [];

    /// <summary>Where the first of these begins.</summary>
    public int EarliestMatch { get; private set; } = int.MaxValue;

    /// <summary>Whether it has found something.</summary>
    public bool Found { get; private set; }

    /// <summary>Its score so far, in millionths; it only grows.</summary>
    public int Score { get; private set; }

    public bool HasPending => _pending.Count > 0;

    /// <summary>How many matches wait to be covered by an exception or not.</summary>
    public int PendingCount => _pending.Count;

    /// <summary>Where the first of them begins.</summary>
    public int EarliestPending
    {
        get
        {
            var earliest = int.MaxValue;
            foreach (var (_, span) in _pending)
                earliest = Math.Min(earliest, span.Start);
            return earliest;
        }
    }

    /// <summary>Begins with another text.</summary>
    public void Start()
    {
        _pending.Clear();
        _exceptions.Clear();
        Matches.Clear();
        Array.Clear(_kept);
        (Found, Score, _isNew, _hasMatch, EarliestMatch) = (false, 0, false, false, int.MaxValue);
    }

    /// <summary>Takes a match of an item or of an exception.</summary>
    public void Add(WindowUser user, TextSpan span)
    {
        if (user.Excepts)
            _exceptions.Add(span);
        else
            _pending.Add((user.Item, span));
    }

    /// <summary>Settles what no exception can cover any more.</summary>
    /// <param name="exceptionsHeld">No exception still to be told begins before it.</param>
    /// <param name="stands">Takes the matches that stand.</param>
    public void Settle(int exceptionsHeld, List<TextSpan> stands)
    {
        var left = 0;
        for (var i = 0; i < _pending.Count; i++)
        {
            var (item, span) = _pending[i];
            if (IsCovered(span))
                continue;
            if (span.Start >= exceptionsHeld)
            {
                _pending[left++] = (item, span);
                continue;
            }
            _isNew |= !_kept[item];
            _kept[item] = _hasMatch = true;
            if (_isAsked)
            {
                Matches.Add(span);
                EarliestMatch = Math.Min(EarliestMatch, span.Start);
            }
            stands.Add(span);
        }
        _pending.RemoveRange(left, _pending.Count - left);
    }

    /// <summary>Works out what it says now; gives whether that is something else than before.</summary>
    public bool Update(WindowFindings[] all)
    {
        if (!_hasMatch)
            return false;
        var count = 0;
        for (var item = 0; item < _kept.Length; item++)
        {
            if (!_kept[item])
                continue;
            var (_, reference, weight) = _detector.Items[item];
            _weights[count++] = reference < 0 ? weight : Millionths.Multiply(all[reference].Score, weight);
        }
        var score = (int)DetectorScratch.Join(_detector.Score, _weights.AsSpan(0, count));
        var found = _detector.FoundAt is not { } least || score >= least;
        var changed = _isNew || score != Score || found != Found;
        (Score, Found, _isNew) = (score, found, false);
        return changed;
    }

    /// <summary>Lets go of the matches that end before a place, or of all; gives how many are left.</summary>
    public int Drop(int before, bool all)
    {
        Matches.RemoveAll(match => all || match.End <= before);
        EarliestMatch = int.MaxValue;
        foreach (var match in Matches)
            EarliestMatch = Math.Min(EarliestMatch, match.Start);
        return Matches.Count;
    }

    /// <summary>Forgets exceptions that end before whatever is still to come.</summary>
    public void Forget(int before) => _exceptions.RemoveAll(span => span.End <= before);

    private bool IsCovered(TextSpan span)
    {
        foreach (var exception in _exceptions)
        {
            if (exception.Start <= span.Start && exception.End >= span.End)
                return true;
        }
        return false;
    }
}
