using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Programs.Tables;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Contents;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Origins;

namespace AirsPolicy.Runtime.Programs;

/// <summary>Where values came from, which labels sessions carry, and what a decision brings into its session.</summary>
public sealed partial class Evaluation
{
    private readonly List<string> _contentTexts = [];
    private readonly List<string> _carried = [];
    private readonly StateKeyWriter _carrier = new();
    private StateKey? _contentSession;
    private StateKey? _contentRemembered;
    private StateKey? _contentRecalled;

    /// <summary>Where a value came from, as a list of origins by number, rising; never empty.</summary>
    /// <param name="text">The handle of the value.</param>
    /// <param name="session">The session, as a key that ends here.</param>
    [PolicyCallable]
    public long OriginOf(long text, long session)
    {
        var key = End(session);
        if (Failed)
            return Handle.Empty;
        if (_state is not { } state)
        {
            Fail(StateFailure.NoState);
            return Handle.Empty;
        }
        var reading = state.Contents.Origins.Read(key, _frame.Chars(text));
        var bits = state.OriginBits;
        var list = NewList(bits.Length);
        for (var origin = 0; origin < bits.Length; origin++)
        {
            var has = origin switch
            {
                FixedOrigins.Model => reading.IsOfModel,
                FixedOrigins.Unclear => reading.IsUnclear,
                _ => (reading.Labels & bits[origin]) != 0,
            };
            if (has)
                list = With(list, origin);
        }
        return list;
    }

    /// <summary>Whether a session carries a label.</summary>
    /// <param name="label">The number of the label among the origins.</param>
    /// <param name="session">The session, as a key that ends here.</param>
    [PolicyCallable]
    public bool Carries(int label, long session)
    {
        var key = End(session);
        if (Failed)
            return false;
        if (_state is { } state)
            return (state.Contents.Labels.Read(key) & state.OriginBits[label]) != 0;
        Fail(StateFailure.NoState);
        return false;
    }

    /// <summary>Puts the labels that the session carries among the facts, for the rules that ask which these are.</summary>
    internal void PutLabels(SessionLabels labels, FactFrame facts, PolicyState state)
    {
        if (_policy.Tables.Contents.Count == 0 || !labels.CanTake(facts))
            return;
        var bits = state.Contents.Labels.Read(_carrier.Begin().Add(labels.SessionOf(facts)).ToKey());
        _carried.Clear();
        for (var origin = 0; bits != 0 && origin < state.OriginBits.Length; origin++)
        {
            if ((bits & state.OriginBits[origin]) != 0)
                _carried.Add(_policy.Tables.Origins[origin]);
        }
        labels.Put(facts, _carried);
    }

    /// <summary>Whose session content comes into. Gives true, so that what follows is evaluated; false where it cannot be told.</summary>
    /// <param name="session">The session, as a key that ends here.</param>
    [PolicyCallable]
    public bool ContentOf(long session)
    {
        var key = End(session);
        _contentSession = Failed ? null : key;
        return !Failed;
    }

    /// <summary>The item of memory that is written. Gives true.</summary>
    /// <param name="key">The handle of its key.</param>
    [PolicyCallable]
    public bool ContentRemembered(long key)
    {
        if (!Failed)
            _contentRemembered = SessionContents.ItemOf(_frame.Chars(key));
        return true;
    }

    /// <summary>The item of memory that is read. Gives true.</summary>
    /// <param name="key">The handle of its key.</param>
    [PolicyCallable]
    public bool ContentRecalled(long key)
    {
        if (!Failed)
            _contentRecalled = SessionContents.ItemOf(_frame.Chars(key));
        return true;
    }

    /// <summary>A text comes in. Gives true.</summary>
    /// <param name="text">The handle of the text.</param>
    [PolicyCallable]
    public bool ContentText(long text)
    {
        if (!Failed)
            _contentTexts.Add(_frame.Chars(text).ToString());
        return true;
    }

    /// <summary>All texts of a list or record come in. Gives true.</summary>
    /// <param name="shape">The number of the shape of the value.</param>
    /// <param name="slot">The slot of a record; of no meaning for a list.</param>
    /// <param name="value">The handle of a list; of no meaning for a record.</param>
    [PolicyCallable]
    public bool ContentTexts(int shape, int slot, long value)
    {
        if (Failed)
            return true;
        _walk.Start(_frame, _policy.Shapes[shape], slot, value);
        while (_walk.MoveNext())
            _contentTexts.Add(_walk.Text.ToString());
        return true;
    }

    /// <summary>What the decision at hand brings into its session; null where it brings nothing.</summary>
    internal RecordedContent? BroughtBy(ContentTable content, ulong[] bits)
    {
        _failure = FailureKind.None;
        _depth = 0;
        _keyDepth = 0;
        _contentTexts.Clear();
        (_contentSession, _contentRemembered, _contentRecalled) = (null, null, null);
        try
        {
            if (!HoldsApart(content.Test) && !Failed)
                return null;
        }
        // A fault must not become content that never came.
        catch (Exception fault)
        {
            Fail(FailureKind.Internal, fault.Message);
        }
        var unknown = Failed;
        _failure = FailureKind.None;
        var origins = Together(content.Origins, bits);
        return new RecordedContent(
            _contentSession,
            Together(content.Labels, bits),
            [.. _contentTexts.Select(text => new RecordedText(origins, text))],
            unknown && content.HasTexts,
            _contentRemembered,
            _contentRecalled);
    }

    private static ulong Together(Collections.ValueList<int> numbers, ulong[] bits)
    {
        var together = 0UL;
        foreach (var number in numbers)
            together |= bits[number];
        return together;
    }
}
