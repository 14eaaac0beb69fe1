using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.Decisions.Effects;

/// <summary>
/// What a rule does when it matches, with every value it depends on worked out. Interpreter and emitted code both produce these,
/// and <see cref="EffectJoin"/> makes the decision of them.
/// </summary>
public abstract record Effect
{
    /// <summary>The outcome that the effect asks for.</summary>
    public abstract Outcome Outcome { get; }
}

/// <summary>Marks the decision. An event effect: it happens whatever the outcome.</summary>
/// <param name="Reason">Why, or null.</param>
public sealed record FlagEffect(string? Reason) : Effect
{
    public override Outcome Outcome => Outcome.Flag;
}

/// <summary>Stops the content.</summary>
/// <param name="Message">What the user is told, or null.</param>
public sealed record BlockEffect(string? Message) : Effect
{
    public override Outcome Outcome => Outcome.Block;
}

/// <summary>Stops the content and everything after it in the scope.</summary>
/// <param name="Scope">What is halted.</param>
/// <param name="Ticks">For how long, in ticks of 100 ns; null until a person lifts it.</param>
/// <param name="Message">What the user is told, or null.</param>
public sealed record HaltEffect(HaltScope Scope, long? Ticks, string? Message) : Effect
{
    public override Outcome Outcome => Outcome.Halt;
}

/// <summary>A halt of before still stands: nothing goes on in its scope until it ends, or a person lifts it at <c>recovery</c>.</summary>
/// <param name="Scope">What is halted.</param>
/// <param name="Since">When it was, in ticks of 100 ns since 0001-01-01 UTC.</param>
/// <param name="Until">When it ends by itself, in the same ticks; null where only a person lifts it.</param>
/// <param name="Message">What the user is told, or null.</param>
public sealed record HaltedEffect(HaltScope Scope, long Since, long? Until, string? Message) : Effect
{
    public override Outcome Outcome => Outcome.Halt;
}

/// <summary>Makes the content wait for people.</summary>
/// <param name="Queue">The declared queue that is asked.</param>
/// <param name="Ticks">
/// How long people have, in ticks of 100 ns: what the rule says, else the queue's <c>sla</c>; null where neither sets a time.
/// </param>
/// <param name="OtherwiseHalt">Silence halts instead of refusing.</param>
public sealed record HoldEffect(string Queue, long? Ticks, bool OtherwiseHalt) : Effect
{
    public override Outcome Outcome => Outcome.Hold;
}

/// <summary>Adds text behind the content.</summary>
public sealed record AppendEffect(string Text) : Effect
{
    public override Outcome Outcome => Outcome.Amend;
}

/// <summary>Puts text in the place of the content and absorbs every other change.</summary>
public sealed record ReplaceEffect(string Text) : Effect
{
    public override Outcome Outcome => Outcome.Amend;
}

/// <summary>Shortens the content.</summary>
/// <param name="Limit">To how much.</param>
/// <param name="Unit">What the limit counts.</param>
public sealed record CutEffect(long Limit, CutUnit Unit) : Effect
{
    public override Outcome Outcome => Outcome.Amend;
}

/// <summary>Takes items out of a list.</summary>
/// <param name="Path">The list, as a JSON pointer into the facts.</param>
/// <param name="Indexes">The indexes of the items, rising; never empty.</param>
public sealed record DropEffect(string Path, ValueList<int> Indexes) : Effect
{
    public override Outcome Outcome => Outcome.Amend;
}

/// <summary>Hides parts of a text.</summary>
/// <param name="Path">The text, as a JSON pointer into the facts.</param>
/// <param name="Spans">What is hidden, rising; never empty.</param>
/// <param name="Method">How it is hidden.</param>
/// <param name="Kind">What was found, as a label names it (<c>pii.card</c>).</param>
public sealed record RedactEffect(string Path, ValueList<RedactedSpan> Spans, RedactionMethod Method, string Kind) : Effect
{
    public override Outcome Outcome => Outcome.Amend;
}

/// <summary>Something the host does because of the decision, whatever its outcome.</summary>
/// <param name="Action">What is done.</param>
/// <param name="Target">The judge, queue, notify target, or <c>layer:state</c>.</param>
public sealed record EventEffect(EventAction Action, string Target) : Effect
{
    public override Outcome Outcome => Outcome.Allow;
}

/// <summary>Marks where the content came from, if it goes on.</summary>
public sealed record LabelEffect(string Label) : Effect
{
    public override Outcome Outcome => Outcome.Allow;
}

/// <summary>A duty that the host confirms before the content goes on.</summary>
public sealed record RequireEffect(string Duty) : Effect
{
    public override Outcome Outcome => Outcome.Allow;
}
