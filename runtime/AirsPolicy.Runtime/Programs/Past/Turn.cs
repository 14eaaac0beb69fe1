using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Recording;

namespace AirsPolicy.Runtime.Programs.Past;

/// <summary>A decision under way: what is decided, with what, and on which state.</summary>
/// <param name="standing">The decision point.</param>
/// <param name="point">Its number.</param>
/// <param name="past">What the decision has to do with the past; null for nothing but halts and holds.</param>
/// <param name="facts">The facts, laid out for the point.</param>
/// <param name="evaluation">An evaluation of the policy.</param>
/// <param name="state">The state of the policy.</param>
/// <param name="claim">What has waited for people and is decided again; null for what comes for the first time.</param>
internal readonly ref struct Turn(
    PolicyPoint standing, int point, PointPast? past, FactFrame facts, Evaluation evaluation, PolicyState state, HeldClaim? claim)
{
    public int Point { get; } = point;

    public PointPast? Past { get; } = past;

    public FactFrame Facts { get; } = facts;

    public Evaluation Evaluation { get; } = evaluation;

    public PolicyState State { get; } = state;

    public HeldClaim? Claim { get; } = claim;

    /// <summary>
    /// When it is made, in UTC ticks; null where the facts have no time. Nothing advances then, and what asks for a time fails.
    /// </summary>
    public long? Time { get; } = standing.Now(facts);

    /// <summary>The same; 0 where there is none.</summary>
    public long Now => Time ?? 0;

    /// <summary>The number of the tool; -1 where the point knows none, or the tool is not declared.</summary>
    public int Tool => standing.Tool(Facts);

    /// <summary>The evaluations that follow ask the state anew.</summary>
    public void Begin() => Evaluation.BeginPast(State, Past!, Time, Claim?.Reservation);
}
