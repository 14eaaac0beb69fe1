using AirsPolicy.Collections;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Breakers;

namespace AirsPolicy.Language.Model.Pace;

/// <summary>
/// A breaker: what trips it, and how it closes. What it does while it is open stands in rules of its control, which ask the fact
/// <c>breaker.NAME.open</c>.
/// </summary>
/// <param name="Name">Its name, as facts have it.</param>
/// <param name="Control">The id of the control that its rules are of.</param>
/// <param name="Title">The title, or null.</param>
/// <param name="Key">The fact that is its key, a text; empty for the system as a whole.</param>
/// <param name="Points">The points at which it stands.</param>
/// <param name="Trips">What trips it after a decision has been written down, at most one for a point and tool.</param>
/// <param name="OpenFor">How long it stays open, in ticks of 100 ns.</param>
/// <param name="Probes">How many decisions have to go on before it closes by itself; 0 where it does not.</param>
/// <param name="CloseBy">The roles of which a person has one who closes it.</param>
/// <param name="Place">Where it is declared.</param>
public sealed record BreakerModel(
    string Name,
    string Control,
    string? Title,
    ValueList<string> Key,
    ValueList<string> Points,
    ValueList<TripModel> Trips,
    long OpenFor,
    int Probes,
    ValueList<string> CloseBy,
    SourcePlace Place)
{
    /// <summary>The breaker as state.</summary>
    public BreakerDefinition ToDefinition() => new(Name, Key, OpenFor, Probes, CloseBy);

    /// <summary>What refuses a person who may not close it, as decisions name it.</summary>
    public RuleOrigin ToOrigin() => new(Control, Title, null, "", FailedPoint.Ordinal, Place.File, Place.Line, Place.Column);
}

/// <summary>
/// What trips a breaker after a decision. The condition is bound to the facts of that decision; what it counts includes the decision.
/// </summary>
/// <param name="Point">The decision point.</param>
/// <param name="Tool">The tool, by its name in the language; null for any tool, and where the point knows none.</param>
/// <param name="Condition">A bool. One that cannot be evaluated trips.</param>
public sealed record TripModel(string Point, string? Tool, Expression Condition);
