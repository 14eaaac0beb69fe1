using AirsPolicy.Collections;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Language.Model.Pace;

/// <summary>
/// The chart of a layer, or of the system. What it does to decisions stands in controls: one for each state that it enters by itself, whose
/// rules <c>degrade</c>, and one with what its states add.
/// </summary>
/// <param name="Name">The layer; <c>system</c> for the system.</param>
/// <param name="Control">The id of the control that says what its states add, and of which the others' ids begin with.</param>
/// <param name="Triggers">What makes it worse by itself, in the order written.</param>
/// <param name="Recoveries">How people bring it back, by the state that they lead out of.</param>
/// <param name="Overlays">What its states add, in the order written.</param>
/// <param name="Fallback">What goes on where nothing of the layer can be relied on, in the host's words.</param>
/// <param name="Depends">What the layer depends on, in the host's words.</param>
/// <param name="Tested">The day on which it was last tried (<see cref="DateOnly.DayNumber"/>), or null.</param>
/// <param name="Place">Where it is declared.</param>
public sealed record ChartModel(
    string Name,
    string Control,
    ValueList<TriggerModel> Triggers,
    ValueList<RecoveryModel> Recoveries,
    ValueList<OverlayModel> Overlays,
    ValueList<string> Fallback,
    ValueList<string> Depends,
    int? Tested,
    SourcePlace Place)
{
    /// <summary>The chart as state.</summary>
    /// <param name="digest">What tells one trigger from another.</param>
    public ChartDefinition ToDefinition(Func<TriggerModel, string> digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return new ChartDefinition(
            Name,
            Triggers.Select(trigger => new ChartTrigger(digest(trigger), trigger.To)).ToValueList(),
            Recoveries.Select(recovery => new ChartRecovery(recovery.From, recovery.Authorities, recovery.After)).ToValueList());
    }

    /// <summary>What refuses a person who may not bring it back, as decisions name it.</summary>
    public RuleOrigin ToOrigin() => new(Control, null, null, "", FailedPoint.Ordinal, Place.File, Place.Line, Place.Column);
}

/// <summary>What makes a chart worse by itself.</summary>
/// <param name="To">The state that it leads to.</param>
/// <param name="Condition">A bool over the facts of <c>signal</c>.</param>
/// <param name="For">For how long it has to have held at every signal, in ticks of 100 ns; 0 for not at all.</param>
/// <param name="Place">Where it is written.</param>
public sealed record TriggerModel(PaceLevel To, Expression Condition, long For, SourcePlace Place);

/// <summary>How people bring a chart back to the next better state.</summary>
/// <param name="From">The state that it leads out of.</param>
/// <param name="Authorities">The roles of which a person has one.</param>
/// <param name="After">For how long nothing may have asked for <paramref name="From"/> or worse, in ticks of 100 ns.</param>
/// <param name="Where">A bool over the facts of <c>recovery</c>, or null.</param>
/// <param name="Place">Where it is written.</param>
public sealed record RecoveryModel(PaceLevel From, ValueList<string> Authorities, long After, Expression? Where, SourcePlace Place);

/// <summary>What a state adds, which holds in all worse ones too.</summary>
/// <param name="From">The first state in which it holds.</param>
/// <param name="Rule">The number of its rule in the control of the chart.</param>
/// <param name="Place">Where it is written.</param>
public sealed record OverlayModel(PaceLevel From, int Rule, SourcePlace Place);
