using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Texts;
using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Runtime.Programs;

/// <summary>What detectors say of texts.</summary>
public sealed partial class Evaluation
{
    // A span is a record of its start, end, text and digits.
    private const int SpanWidth = 5;

    private readonly DetectorScratch _detectors;
    private readonly TextWalk _walk = new();

    /// <summary>Whether a detector finds something in a text.</summary>
    /// <param name="detector">The number of the detector.</param>
    /// <param name="text">The handle of the text.</param>
    [PolicyCallable]
    public bool Found(int detector, long text) => !Failed && CountText(Handle.Length(text)) && Ask(detector, text).Found;

    /// <summary>The score of a detector on a text, in millionths.</summary>
    [PolicyCallable]
    public long Score(int detector, long text) => Failed || !CountText(Handle.Length(text)) ? 0 : Ask(detector, text).Score;

    /// <summary>How many matches a detector has in a text.</summary>
    [PolicyCallable]
    public long Matched(int detector, long text) => Failed || !CountText(Handle.Length(text)) ? 0 : Ask(detector, text).Count;

    /// <summary>The matches of a detector in a text, as a list of records.</summary>
    [PolicyCallable]
    public long Spans(int detector, long text)
    {
        if (Failed || !CountText(Handle.Length(text)))
            return Handle.Empty;
        BeginWork();
        var matches = Ask(detector, text);
        if (!TryWorkOut((long)matches.Count * FactLimits.UnitsOfSpan))
            return Handle.Empty;
        var first = _frame.AddValueSlots(matches.Count * SpanWidth);
        for (var i = 0; i < matches.Count && !Failed; i++)
            AddSpan(first + i * SpanWidth, text, matches[i]);
        return Failed ? Handle.Empty : Handle.Of(first, matches.Count);
    }

    /// <summary>Whether a detector finds something in any text of a list or record.</summary>
    /// <param name="detector">The number of the detector.</param>
    /// <param name="shape">The number of the shape of the value.</param>
    /// <param name="slot">The slot of a record; of no meaning for a list.</param>
    /// <param name="value">The handle of a list; of no meaning for a record.</param>
    [PolicyCallable]
    public bool FoundIn(int detector, int shape, int slot, long value)
    {
        if (Failed || !CountTexts(shape, slot, value))
            return false;
        _walk.Start(_frame, _policy.Shapes[shape], slot, value);
        while (_walk.MoveNext())
        {
            if (Ask(detector, _walk.Text, _walk.Key).Found)
                return true;
        }
        return false;
    }

    /// <summary>The greatest score of a detector on the texts of a list or record, in millionths.</summary>
    [PolicyCallable]
    public long ScoreIn(int detector, int shape, int slot, long value)
    {
        if (Failed || !CountTexts(shape, slot, value))
            return 0;
        var score = 0L;
        _walk.Start(_frame, _policy.Shapes[shape], slot, value);
        while (_walk.MoveNext())
            score = Math.Max(score, Ask(detector, _walk.Text, _walk.Key).Score);
        return score;
    }

    /// <summary>How many matches a detector has in all texts of a list or record.</summary>
    [PolicyCallable]
    public long MatchedIn(int detector, int shape, int slot, long value)
    {
        if (Failed || !CountTexts(shape, slot, value))
            return 0;
        var count = 0L;
        _walk.Start(_frame, _policy.Shapes[shape], slot, value);
        while (_walk.MoveNext())
            count += Ask(detector, _walk.Text, _walk.Key).Count;
        return count;
    }

    /// <summary>Says what a classifier of the host says of the text that a detector is asked about next.</summary>
    /// <param name="classifier">The number of the classifier.</param>
    /// <param name="share">What it says, in millionths.</param>
    /// <param name="text">The handle of the text.</param>
    /// <returns><paramref name="text"/>.</returns>
    [PolicyCallable]
    public long Classified(int classifier, long share, long text)
    {
        _detectors.Classified[classifier] = share;
        return text;
    }

    private DetectorResult Ask(int detector, long text) => Ask(detector, _frame.Chars(text), text);

    private DetectorResult Ask(int detector, ReadOnlySpan<char> text, long key)
    {
        _keeps = true;
        if (_streamed is { } streamed && key == streamed.Text)
            return streamed.AnswerOf(detector);
        var answer = IsWorkedOut(key) ? _detectors.Ask(detector, text) : _detectors.Ask(detector, text, key);
        _ = IsWithinWork();
        return answer;
    }

    private void AddSpan(int slot, long text, Detection match)
    {
        var found = Handle.Of(Handle.Start(text) + match.Start, match.End - match.Start);
        // Reserving can move the characters of the frame, so that the text is looked up after it.
        var room = _frame.ReserveValue(Handle.Length(found));
        var digits = DecimalDigits.Write(_frame.Chars(found), room);
        if (!TryWorkOut(digits))
            return;
        _frame.Set(slot, 1);
        _frame.Set(slot + 1, match.Start);
        _frame.Set(slot + 2, match.End);
        _frame.Set(slot + 3, found);
        _frame.Set(slot + 4, _frame.CommitText(digits));
    }
}
