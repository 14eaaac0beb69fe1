using System.Text;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Runtime.Programs;

/// <summary>Effects whose values depend on facts: worked out between <see cref="BeginEffects"/> and <see cref="EndEffects"/>.</summary>
public sealed partial class Evaluation
{
    private int _firstComputed;

    /// <summary>The condition of a rule holds, and its effects follow.</summary>
    [PolicyCallable]
    public void BeginEffects() => _firstComputed = _computed.Count;

    /// <summary>All effects of a rule are worked out: it fires if at least one of them changes something.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="fixedOutcome">The greatest outcome of its effects that do not depend on facts, or -1 where it has none.</param>
    /// <param name="inForce">0 where its control is in detect mode.</param>
    [PolicyCallable]
    public void EndEffects(int rule, int fixedOutcome, int inForce)
    {
        if (Failed)
        {
            _computed.RemoveRange(_firstComputed, _computed.Count - _firstComputed);
            FailRule(rule);
            return;
        }
        var outcome = fixedOutcome;
        for (var i = _firstComputed; i < _computed.Count; i++)
            outcome = Math.Max(outcome, (int)_computed[i].Effect.Outcome);
        if (outcome >= 0)
            Fire(rule, inForce == 0 ? 0 : outcome);
    }

    /// <summary>A hold whose time comes from the facts.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="effect">Which of its effects.</param>
    /// <param name="within">How long people have, in ticks of 100 ns.</param>
    [PolicyCallable]
    public void Hold(int rule, int effect, long within)
    {
        if (!Failed)
            Keep(rule, effect, (HoldEffect)Known(rule, effect) with { Ticks = within });
    }

    /// <summary>A halt whose time comes from the facts.</summary>
    /// <param name="duration">For how long, in ticks of 100 ns.</param>
    [PolicyCallable]
    public void Halt(int rule, int effect, long duration)
    {
        if (!Failed)
            Keep(rule, effect, (HaltEffect)Known(rule, effect) with { Ticks = duration });
    }

    /// <summary>Shortens a text that is over its limit.</summary>
    /// <param name="text">The handle of the text.</param>
    [PolicyCallable]
    public void Cut(int rule, int effect, long text)
    {
        if (Failed)
            return;
        var cut = (CutEffect)Known(rule, effect);
        var chars = _frame.Chars(text);
        if ((cut.Unit == CutUnit.Characters ? Scalars(chars) : Encoding.UTF8.GetByteCount(chars)) > cut.Limit)
            Keep(rule, effect, cut);
    }

    /// <summary>Takes the items out of a list for which a condition holds.</summary>
    /// <param name="test">The number of the condition.</param>
    /// <param name="variable">The variable that stands for the item.</param>
    /// <param name="list">The handle of the list.</param>
    /// <param name="width">How many slots an item takes.</param>
    [PolicyCallable]
    public void Drop(int rule, int effect, int test, int variable, long list, int width)
    {
        Enter();
        List<int>? dropped = null;
        for (var i = 0; i < Handle.Length(list) && !Failed; i++)
        {
            if (MoveTo(variable, list, i, width) && Holds(test))
                (dropped ??= []).Add(i);
        }
        _depth--;
        if (dropped is not null && !Failed)
            Keep(rule, effect, (DropEffect)Known(rule, effect) with { Indexes = dropped.ToValueList() });
    }

    // A text of a frame has no lone surrogates: every pair is one scalar.
    private static long Scalars(ReadOnlySpan<char> text)
    {
        var pairs = 0;
        foreach (var c in text)
        {
            if (char.IsHighSurrogate(c))
                pairs++;
        }
        return text.Length - pairs;
    }

    private Effect Known(int rule, int effect) => _policy.Tables.Rules[rule].Effects[effect].Effect;

    private void Keep(int rule, int effect, Effect value)
    {
        _keeps = true;
        _computed.Add(new ComputedEffect(rule, effect, value));
    }
}
