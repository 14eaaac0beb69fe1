using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Programs.Tables;
using AirsPolicy.Runtime.State;
using AirsPolicy.Text.Patterns.Matching;
using AirsPolicy.Text.Windows;

namespace AirsPolicy.Runtime.Programs.Streaming;

/// <summary>
/// An answer that arrives in parts, and what of it may go on. The decision at the end is that of the whole answer, however it was cut: it
/// is made as any other, of the frame that <see cref="Close"/> has completed. Reused from answer to answer; allocates nothing for a part
/// once it has grown to its answers, while nothing is hidden. One thread at a time.
/// </summary>
/// <remarks>
/// In <see cref="StreamMode.Buffered"/> a part is released once no rule can stop or change it any more: no released character is part of a
/// match of a rule that blocks, and what a rule hides is hidden. What can still become part of a match is kept back, and so is the last
/// character, which marks may still join. What goes wrong releases nothing more.
/// </remarks>
public sealed class StreamedAnswer
{
    private const string Fact = "output", Path = "/output/text";

    private readonly StreamMode _mode;
    private readonly int _recordSlot;
    private readonly int _textSlot;
    private readonly int _maxBytes;
    private readonly TextWork _work;
    private readonly WindowScan _scan;
    private readonly StreamedAnswers _answers;
    private readonly StreamedRules? _rules;
    private readonly StreamedRelease _release;
    private FactFrame _facts = null!;
    private Evaluation _evaluation = null!;
    private PolicyState? _state;
    private int _start;
    private int _length;
    private int _measured;
    private long _bytes;
    private bool _isOpen;
    private bool _isHalf;

    /// <summary>Answers under a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="limits">
    /// How long an answer may be (<see cref="FactLimits.MaxTextBytes"/>), and how much work its search
    /// (<see cref="FactLimits.MaxTextSteps"/>); null for the default limits.
    /// </param>
    public StreamedAnswer(CompiledPolicy policy, FactLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        _maxBytes = (limits ?? FactLimits.Default).MaxTextBytes;
        _mode = policy.Tables.Stream.Mode;
        Point = policy.PointNumber(PointNames.Output);
        _work = new TextWork((limits ?? FactLimits.Default).MaxTextSteps);
        _scan = new WindowScan(policy.Windows, _work);
        _answers = new StreamedAnswers(policy.Windows, _scan);
        _release = new StreamedRelease(_scan, policy.Windows, Path);
        if (Point < 0)
            return;
        var shape = policy.Tables.Points[Point].Layout.Facts;
        _recordSlot = SlotLayout.Find(shape, [Fact])?.Offset ?? -1;
        _textSlot = SlotLayout.Find(shape, [Fact, "text"])?.Offset ?? -1;
        _rules = new StreamedRules(policy, Point, policy.Windows);
    }

    /// <summary>The number of the decision point of answers, or -1 where the policy has none.</summary>
    public int Point { get; }

    /// <summary>
    /// Whether a rule or a failure keeps back all that follows, so that the model can be stopped: the decision on what has arrived is then
    /// that on whatever would follow.
    /// </summary>
    public bool IsStopped { get; private set; }

    /// <summary>Whether anything of it has gone on.</summary>
    public bool HasReleased => _release.HasReleased;

    /// <summary>What lets the answer go on no further: it is too long or no text; null for none.</summary>
    public Failure? Failure { get; private set; }

    /// <summary>Begins an answer.</summary>
    /// <param name="facts">
    /// The facts of <c>output</c> but for the text of the answer; the frame is the stream's until <see cref="Close"/>, and grows by the
    /// answer.
    /// </param>
    /// <param name="evaluation">An evaluation of the policy, the stream's until <see cref="Close"/>.</param>
    /// <param name="state">What the policy knows of the past, or null.</param>
    /// <param name="labels">Names what is hidden.</param>
    public void Begin(FactFrame facts, Evaluation evaluation, PolicyState? state, RedactionLabels labels)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(labels);
        (_facts, _evaluation, _state) = (facts, evaluation, state);
        (_length, _measured, _bytes, _isOpen, _isHalf, IsStopped, Failure) = (0, 0, 0, false, false, false, null);
        if (_rules is null || _textSlot < 0)
            return;
        // Two characters before the answer, so that no other empty text stands where the one does that stands for it.
        facts.AddValue("\0\0");
        _start = facts.CharCount;
        _answers.Text = Handle.Of(_start - 1, 0);
        facts.Set(_recordSlot, 1);
        facts.Set(_textSlot, _answers.Text);
        _scan.Start();
        _release.Start(labels);
        _isOpen = true;
        if (_mode == StreamMode.Buffered)
            _rules.Start(facts, evaluation, _answers, state);
        IsStopped = _mode == StreamMode.Buffered && _rules.Stops;
    }

    /// <summary>
    /// Takes the next part of the answer, which may be empty and may end anywhere, and gives what goes on now, with what is hidden in it
    /// hidden. Holds until the next part.
    /// </summary>
    /// <exception cref="InvalidOperationException">No answer is under way.</exception>
    public ReadOnlySpan<char> Feed(ReadOnlySpan<char> part)
    {
        if (!_isOpen)
            throw new InvalidOperationException("No answer is under way.");
        try
        {
            if (Failure is not null || !Append(part) || IsStopped || _mode == StreamMode.None)
                return default;
            return _mode == StreamMode.PostHoc ? _release.Unchanged(Answer, _length) : Release();
        }
        // A fault of ours must not become a pass.
        catch (Exception fault)
        {
            (Failure, IsStopped) = (new Failure(FailureKind.Internal, $"{fault.GetType().Name}: {fault.Message}"), true);
            return default;
        }
    }

    private ReadOnlySpan<char> Release()
    {
        _scan.Read(Answer[..Whole()], last: false);
        if (_work.IsExhausted)
        {
            Refuse(FailureKind.OverLimit, "takes more steps to search than one decision may");
            return default;
        }
        if (_scan.HasChanged)
            _rules!.Update(_facts, _evaluation, _answers, _state);
        IsStopped = _rules!.Stops;
        return IsStopped ? default : _release.Next(Answer, _rules);
    }

    /// <summary>
    /// Ends the answer: the frame holds all of it, and the decision can be made. Where it gives a failure there is no text in the frame.
    /// </summary>
    public Failure? Close()
    {
        if (!_isOpen)
            return Failure;
        _isOpen = false;
        if (Failure is null && Whole() < _length)
            Refuse(FailureKind.MisfitFact, "holds half of a surrogate pair, where whole characters fit");
        if (Failure is null)
            _facts.Set(_textSlot, Handle.Of(_start, _length));
        else
            _facts.Clear(_textSlot);
        return Failure;
    }

    /// <summary>What a decision on the whole answer means for what has been released.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="rest">
    /// What goes on now: the rest of the answer; all of it where what was released is taken back and something else goes on; empty where
    /// nothing does.
    /// </param>
    /// <returns>The decision, which says whether what was released is taken back.</returns>
    public Decision Settle(Decision decision, out string rest)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return _release.Settle(decision, Failure is null && _rules is not null ? Answer : default, out rest);
    }

    private ReadOnlySpan<char> Answer => _facts.Chars(Handle.Of(_start, _length));

    private bool Append(ReadOnlySpan<char> part)
    {
        if (part.IsEmpty)
            return true;
        if (_facts.AddText(part) < 0)
            return Refuse(FailureKind.OverLimit, $"is longer than the {FactFrame.MaxChars} characters that fit");
        _length += part.Length;
        var isAscii = !_isHalf && System.Text.Ascii.IsValid(part);
        _isHalf = !isAscii && char.IsHighSurrogate(part[^1]);
        if (!isAscii && !AreWhole(Answer[Math.Max(0, _length - part.Length - 1)..]))
            return Refuse(FailureKind.MisfitFact, "holds half of a surrogate pair, where whole characters fit");
        // A unit takes three bytes at most.
        if (3L * _length <= _maxBytes)
            return true;
        var whole = Whole();
        _bytes += System.Text.Encoding.UTF8.GetByteCount(Answer[_measured..whole]);
        _measured = whole;
        return _bytes <= _maxBytes || Refuse(FailureKind.OverLimit, $"takes more than the {_maxBytes} bytes that fit");
    }

    private bool Refuse(FailureKind kind, string what)
    {
        Failure = new Failure(kind, $"'{Path}' {what}.");
        IsStopped = true;
        return false;
    }

    // The other half of a pair at the end may still come.
    private int Whole() => _isHalf ? _length - 1 : _length;

    // Of the text before the part only its last unit is looked at, which may be the second half of a pair.
    private static bool AreWhole(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0 && at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]) || (at == 0 && char.IsLowSurrogate(text[at])))
                continue;
            if (!char.IsHighSurrogate(text[at]) || (at + 1 < text.Length && !char.IsLowSurrogate(text[at + 1])))
                return false;
            at++;
        }
        return true;
    }
}
