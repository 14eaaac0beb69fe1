using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Breakers;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Runtime.Programs.Tables;

/// <summary>The chart of a layer or of the system, and the code for it.</summary>
/// <param name="Definition">What it is.</param>
/// <param name="Origin">Where it is declared: what refuses a person who may not bring it back.</param>
/// <param name="Triggers">
/// For each of its triggers the number of the code that says whether its condition holds, on the facts of <c>signal</c>.
/// </param>
/// <param name="Recoveries">
/// For each of its ways back the number of the code that says whether its <c>where</c> holds, on the facts of <c>recovery</c>; -1 where it
/// has none.
/// </param>
public sealed record ChartTable(ChartDefinition Definition, RuleOrigin Origin, ValueList<int> Triggers, ValueList<int> Recoveries);

/// <summary>A breaker, and the code for it.</summary>
/// <param name="Definition">What it is.</param>
/// <param name="Origin">Where it is declared: what refuses a person who may not close it.</param>
/// <param name="Points">The points, by number, at which it stands.</param>
/// <param name="Trips">The code that says whether it trips, for points and tools.</param>
/// <param name="Counts">The aggregates, by number, that its trips ask. They begin anew when it closes.</param>
public sealed record BreakerTable(
    BreakerDefinition Definition,
    RuleOrigin Origin,
    ValueList<int> Points,
    ValueList<TripTable> Trips,
    ValueList<int> Counts);

/// <summary>What trips a breaker at a point, and the code for it.</summary>
/// <param name="Point">The number of the decision point.</param>
/// <param name="Tool">The number of the tool; -1 for any, declared or not, and where the point knows none.</param>
/// <param name="Test">The number of the code.</param>
/// <param name="Counts">
/// Counts of which one has to be so high for it to trip: as long as all are lower for everybody, and the facts in <paramref name="Keys"/>
/// are there, nobody has to ask. None where it has to be asked of every decision.
/// </param>
/// <param name="Keys">The slots of the facts that the counts are of.</param>
public sealed record TripTable(int Point, int Tool, int Test, ValueList<LeastCount> Counts, ValueList<int> Keys);

/// <summary>How high a count has to be.</summary>
/// <param name="Aggregate">The number of the aggregate, which counts events or different values.</param>
/// <param name="Least">The least count.</param>
public sealed record LeastCount(int Aggregate, long Least);
