using System.Text;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Text.Windows;

namespace AirsPolicy.Runtime.Programs.Streaming;

/// <summary>What of an answer has been released, and what goes on next.</summary>
internal sealed class StreamedRelease(WindowScan scan, WindowPlan plan, string path)
{
    private readonly List<Redaction> _applied = [];
    private readonly StringBuilder _changed = new();
    private readonly int[] _asked = [.. Enumerable.Range(0, plan.Detectors.Length).Where(plan.IsAsked)];
    private RedactionLabels _labels = null!;
    private char[] _out = [];
    // How much of the answer has gone on, and how many characters that came to.
    private int _to;
    private int _written;

    /// <summary>Begins with another answer.</summary>
    public void Start(RedactionLabels labels)
    {
        _labels = labels;
        _applied.Clear();
        _to = _written = 0;
    }

    /// <summary>Releases everything that has arrived, as it is.</summary>
    public ReadOnlySpan<char> Unchanged(ReadOnlySpan<char> answer, int to)
    {
        var next = answer[_to..to];
        _to = to;
        _written += next.Length;
        return next;
    }

    /// <summary>Releases what no rule can stop or change any more, with what is hidden in it hidden.</summary>
    public ReadOnlySpan<char> Next(ReadOnlySpan<char> answer, StreamedRules rules)
    {
        var to = scan.Held;
        if (!scan.HasMatches)
            return Unchanged(answer, Math.Max(to, _to));
        foreach (var place in _asked)
        {
            if (scan[place].EarliestMatch < to && rules.Awaits(place))
                to = scan[place].EarliestMatch;
        }
        // However many matches wait, they are looked at again only once something goes on.
        return to <= _to ? default : Hide(answer, Math.Max(to, _to), rules);
    }

    /// <summary>Whether anything has gone on.</summary>
    public bool HasReleased => _written > 0;

    /// <inheritdoc cref="StreamedAnswer.Settle"/>
    public Decision Settle(Decision decision, ReadOnlySpan<char> answer, out string rest)
    {
        rest = "";
        if (decision.Outcome >= Outcome.Hold)
            return _written == 0 ? decision : decision with { Retracted = true };
        var content = decision.Content;
        if (content.Replacement is null
            && content.Redactions.Count + content.Appended.Count == 0
            && content.CutToBytes is null
            && content.CutToCharacters is null)
        {
            rest = _applied.Count == 0 ? answer[_to..].ToString() : answer.ToString();
            return _applied.Count == 0 ? decision : decision with { Retracted = true };
        }
        rest = content.Apply(path, answer.ToString(), _labels);
        if (!IsBeginning(content, rest))
            return decision with { Retracted = true };
        rest = rest[_written..];
        return decision;
    }

    // What the decision hides up to where the answer has gone on is what has been hidden there.
    private bool IsBeginning(ContentChange content, string whole)
    {
        if (_written == 0)
            return true;
        if (content.Replacement is not null || whole.Length < _written)
            return false;
        var hidden = 0;
        foreach (var redaction in content.Redactions)
        {
            if (redaction.Path != path || redaction.Start >= _to)
                continue;
            if (hidden == _applied.Count || _applied[hidden++] != redaction)
                return false;
        }
        return hidden == _applied.Count;
    }

    private ReadOnlySpan<char> Hide(ReadOnlySpan<char> answer, int to, StreamedRules rules)
    {
        var effects = new List<RedactEffect>();
        foreach (var redaction in rules.Hidden)
            effects.Add(SpansIn(answer, redaction, to));
        var hidden = RedactionJoin.Join(effects);
        // A match that something still kept back may join is kept back with it.
        if (hidden.Count > 0 && hidden[^1].End > to)
            to = Math.Max(_to, hidden[^1].Start);
        // What no rule acts on, nor waits for others to act on, is of no interest.
        var left = 0;
        foreach (var place in _asked)
            left += scan[place].Drop(to, all: !rules.Concerns(place));
        scan.HasMatches = left > 0;
        if (hidden.Count == 0 || hidden[0].Start >= to)
            return Unchanged(answer, to);
        return Write(answer, hidden, to);
    }

    private ReadOnlySpan<char> Write(ReadOnlySpan<char> answer, ValueList<Redaction> hidden, int to)
    {
        _changed.Clear();
        foreach (var redaction in hidden)
        {
            if (redaction.End > to)
                break;
            _changed
                .Append(answer[_to..redaction.Start])
                .Append(_labels.Substitute(redaction.Method, redaction.Kind, answer[redaction.Start..redaction.End]));
            _to = redaction.End;
            _applied.Add(redaction);
        }
        _changed.Append(answer[_to..to]);
        _to = to;
        _written += _changed.Length;
        if (_out.Length < _changed.Length)
            _out = new char[2 * _changed.Length];
        _changed.CopyTo(0, _out, _changed.Length);
        return _out.AsSpan(0, _changed.Length);
    }

    private RedactEffect SpansIn(ReadOnlySpan<char> answer, StreamedRedaction redaction, int to)
    {
        var spans = new List<RedactedSpan>();
        foreach (var match in scan[redaction.Place].Matches)
        {
            if (match.Start < to && !IsExcepted(answer[match.Start..match.End], redaction.Except))
                spans.Add(new RedactedSpan(match.Start, match.End));
        }
        return redaction.Effect with { Spans = spans.ToValueList() };
    }

    private static bool IsExcepted(ReadOnlySpan<char> finding, string[] except)
    {
        foreach (var text in except)
        {
            if (Evaluation.IsExcepted(finding, text))
                return true;
        }
        return false;
    }
}
