using System.Diagnostics;
using AirsPolicy.Text.Detectors.Search;
using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Patterns.Matching;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.Text.Detectors;

/// <summary>
/// The memory with which detectors are asked, one evaluation and one thread at a time. Within an evaluation a text is folded once and a
/// detector looks at it once, however often it is asked. Allocates nothing once it has grown to the texts it meets.
/// </summary>
/// <remarks>
/// Where an evaluation asks about more than <see cref="KeptTexts"/> texts, those beyond are searched afresh each time, and where more than
/// <see cref="KeptMatches"/> matches are kept all of them are forgotten: memory is bounded, and only time is lost.
/// </remarks>
public sealed class DetectorScratch
{
    internal const int KeptTexts = 256;
    internal const int KeptMatches = 1 << 20;

    private readonly DetectorSet _set;
    private readonly Dictionary<long, AskedText> _texts = [];
    private readonly List<AskedText> _pool = [];
    private readonly AskedText _passing;
    private readonly SpanBuffer _matches = new();
    private readonly SpanBuffer _found = new();
    private readonly ExceptionSpans _exceptions = new();
    private readonly PatternScratch _patterns;
    private bool _exceptionsKnown;
    private readonly Stack<int> _toAsk = new();
    private readonly long[] _weights;
    // The matches of a text that is not kept go with the next question.
    private int _keptMatches;

    /// <summary>
    /// What classifiers of the host say of the texts that detectors are asked about, in millionths, by their numbers. Set before a detector
    /// that asks one is.
    /// </summary>
    internal long[] Classified { get; }

    /// <summary>Memory for the detectors of a set.</summary>
    public DetectorScratch(DetectorSet set)
        : this(set, new TextWork())
    {
    }

    /// <param name="set">The detectors.</param>
    /// <param name="work">
    /// What is left for searches to do. Once it is used up answers mean nothing, and the texts have to be forgotten.
    /// </param>
    internal DetectorScratch(DetectorSet set, TextWork work)
    {
        ArgumentNullException.ThrowIfNull(set);
        _set = set;
        _patterns = new PatternScratch(work);
        _weights = new long[set.MostItems];
        Classified = new long[set.Classifiers];
        _passing = new AskedText(set.Count, set.Scans) { Classified = Classified };
    }

    /// <summary>Forgets every text; the next evaluation begins.</summary>
    public void Clear()
    {
        // A decision that asked no detector has nothing to forget.
        if (_texts.Count > 0 || _keptMatches > 0)
            Forget();
    }

    private void Forget()
    {
        _texts.Clear();
        _matches.Truncate(0);
        _keptMatches = 0;
    }

    /// <summary>What a detector says of a text.</summary>
    /// <param name="detector">The number of the detector in the set.</param>
    /// <param name="text">The text.</param>
    /// <param name="key">What tells the text apart from all others of this evaluation; texts with one key are the same.</param>
    public DetectorResult Ask(int detector, ReadOnlySpan<char> text, long key)
    {
        if (_keptMatches > KeptMatches) Clear();
        _matches.Truncate(_keptMatches);
        var asked = TextOf(key);
        if (!asked.HasAnswer(detector)) AskWithReferences(detector, new Searched(text, asked, _patterns, _matches), asked);
        if (asked != _passing) _keptMatches = _matches.Count;
        return new DetectorResult(asked.AnswerOf(detector), _matches);
    }

    /// <summary>What a detector says of a text that is not asked about again.</summary>
    /// <inheritdoc cref="Ask(int, ReadOnlySpan{char}, long)"/>
    public DetectorResult Ask(int detector, ReadOnlySpan<char> text)
    {
        _matches.Truncate(_keptMatches);
        _passing.Begin();
        AskWithReferences(detector, new Searched(text, _passing, _patterns, _matches), _passing);
        return new DetectorResult(_passing.AnswerOf(detector), _matches);
    }

    private AskedText TextOf(long key)
    {
        if (_texts.TryGetValue(key, out var known)) return known;
        if (_texts.Count == KeptTexts)
        {
            _passing.Begin();
            return _passing;
        }
        if (_texts.Count == _pool.Count) _pool.Add(new AskedText(_set.Count, _set.Scans) { Classified = Classified });
        var text = _pool[_texts.Count];
        text.Begin();
        _texts.Add(key, text);
        return text;
    }

    // References form no circle, so that this ends; a chain of them may be long, so that it does not recurse.
    private void AskWithReferences(int detector, in Searched text, AskedText asked)
    {
        _toAsk.Push(detector);
        while (_toAsk.TryPeek(out var next))
        {
            var waiting = _toAsk.Count;
            if (!asked.HasAnswer(next))
            {
                var wanted = _set.Detectors[next];
                PushUnanswered(wanted.References, asked);
                if (_toAsk.Count > waiting) continue;
                if (!Search(next, wanted, text, asked))
                {
                    // Few texts hold what an exception is made to: it is asked then, and the items are looked for once more.
                    PushUnanswered(wanted.ExceptionReferences, asked);
                    continue;
                }
            }
            _toAsk.Pop();
        }
    }

    private void PushUnanswered(int[] references, AskedText asked)
    {
        foreach (var reference in references)
        {
            if (!asked.HasAnswer(reference)) _toAsk.Push(reference);
        }
    }

    private static bool AreAnswered(int[] references, AskedText asked)
    {
        foreach (var reference in references)
        {
            if (!asked.HasAnswer(reference)) return false;
        }
        return true;
    }

    // False where an item is found and detectors that exceptions name have not been asked; nothing is kept then.
    private bool Search(int number, CompiledDetector detector, in Searched text, AskedText asked)
    {
        var first = _matches.Count;
        var weights = 0;
        _exceptionsKnown = false;
        var exceptionsAsked = AreAnswered(detector.ExceptionReferences, asked);
        foreach (var item in detector.Items.Always)
        {
            if (!Finds(item, text)) continue;
            if (!exceptionsAsked) return false;
            if (KeepsUncovered(detector, text)) _weights[weights++] = item.WeightIn(text);
        }
        for (var next = detector.Items.First; detector.Items.Next(text, ref next) is { } item;)
        {
            if (!Finds(item, text)) continue;
            if (!exceptionsAsked) return false;
            if (KeepsUncovered(detector, text)) _weights[weights++] = item.WeightIn(text);
        }
        _matches.Order(first);
        var count = _matches.Count - first;
        var score = (int)Join(detector.Score, _weights.AsSpan(0, weights));
        asked.Keep(number, detector.FoundAt is { } least ? score >= least : count > 0, score, first, count);
        return true;
    }

    private bool Finds(ItemSearch item, in Searched text)
    {
        _found.Truncate(0);
        item.Find(text, _found);
        return _found.Count > 0;
    }

    private void FindExceptions(ItemSet exceptions, in Searched text)
    {
        _exceptionsKnown = true;
        _exceptions.Clear();
        foreach (var item in exceptions.Always)
            item.Find(text, _exceptions.Spans);
        for (var next = exceptions.First; exceptions.Next(text, ref next) is { } item;)
            item.Find(text, _exceptions.Spans);
        _exceptions.Settle();
    }

    // Whether what was found has a match that no exception covers; those it has are kept.
    private bool KeepsUncovered(CompiledDetector detector, in Searched text)
    {
        if (!_exceptionsKnown) FindExceptions(detector.Exceptions, text);
        var before = _matches.Count;
        for (var i = 0; i < _found.Count; i++)
        {
            if (!_exceptions.Cover(_found[i])) _matches.Add(_found[i]);
        }
        return _matches.Count > before;
    }

    /// <summary>The score that weights come to.</summary>
    internal static long Join(ScoreMethod method, Span<long> weights) => method switch
    {
        ScoreMethod.Max => ScoreJoin.Max(weights),
        ScoreMethod.Sum => ScoreJoin.Sum(weights),
        ScoreMethod.NoisyOr => ScoreJoin.NoisyOr(weights),
        _ => throw new UnreachableException($"No meaning is given to {method}."),
    };
}
