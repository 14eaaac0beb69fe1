using AirsPolicy.Collections;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.State;

namespace AirsPolicy.Language.Model.Events;

/// <summary>
/// A limit, which decisions that go on draw from. What follows when it is passed stands in rules of its control, whose conditions are
/// <see cref="LimitPassedExpression"/>s.
/// </summary>
/// <param name="Id">
/// The qualified name (<c>meridian.aria.limit.questions</c>; <c>shop.refunds.tool.refund.limit.2</c> for the second of a tool that has no
/// name).
/// </param>
/// <param name="Control">The id of the control that its rules are of. Where that is only in detect mode, nothing is drawn.</param>
/// <param name="Title">The title, or null.</param>
/// <param name="Draws">What draws, at most one for a point and tool, in the order of the table of points and of the tools.</param>
/// <param name="Within">How long a draw counts, in ticks of 100 ns; 0 for as long as its key lives.</param>
/// <param name="Exact">
/// For a limit on how often whose greatest value, its highest share included, is a constant of at most 1,000: that value; the window is
/// then exact. Else 0.
/// </param>
/// <param name="Shares">The shares of the value at which something follows, in millionths, rising, each once.</param>
/// <param name="Owned">The first key is that of a session or run and there is no window: with its end the whole key is forgotten.</param>
public sealed record LimitModel(
    string Id, string Control, string? Title, ValueList<LimitDrawModel> Draws, long Within, int Exact, ValueList<long> Shares, bool Owned)
{
    /// <summary>With whose end its keys are forgotten.</summary>
    public StateOwner Owner => Owned && Draws.Count > 0 ? KeyOwner.Of(Draws[0].Keys) : StateOwner.None;

    /// <summary>What a decision at a point, of a tool, draws; null where nothing.</summary>
    public LimitDrawModel? DrawAt(string point, string? tool)
    {
        foreach (var draw in Draws)
        {
            if (draw.Point == point && (draw.Tool is null || draw.Tool == tool))
                return draw;
        }
        return null;
    }
}

/// <summary>What a decision draws from a limit. The expressions are bound to the facts of that decision.</summary>
/// <param name="Point">The decision point.</param>
/// <param name="Tool">The tool, by its name in the language; null for any tool, and where the point knows none.</param>
/// <param name="Keys">Who or what draws; as many as the definition has at every draw. None: the system as a whole.</param>
/// <param name="Amount">How much (int, decimal, money, duration or size); null for 1.</param>
/// <param name="Value">What the limit allows in all, of the shape of the amount.</param>
/// <param name="Where">A bool: whether the decision draws at all, worked out before everything else; null for always.</param>
public sealed record LimitDrawModel(
    string Point,
    string? Tool,
    ValueList<Expression> Keys,
    Expression? Amount,
    Expression Value,
    Expression? Where = null);
