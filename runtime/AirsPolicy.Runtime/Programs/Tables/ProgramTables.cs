using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.State.Queues;
using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Runtime.Programs.Tables;

/// <summary>What lies beside emitted code: everything it names by number. Code and tables are made together and fit no other.</summary>
/// <param name="Points">The decision points, in the order of their numbers.</param>
/// <param name="Controls">The controls, in the order of their numbers.</param>
/// <param name="Rules">The rules, in the order of their numbers.</param>
/// <param name="Required">The facts that rules cannot do without, by number.</param>
/// <param name="Indexes">The indexes that select blocks of rules by a fact.</param>
/// <param name="Entries">At how many places the code can begin.</param>
/// <param name="Blocks">How many blocks of rules the code has.</param>
/// <param name="Detectors">The detectors; a number is the place in this list.</param>
/// <param name="Patterns">The patterns that conditions match themselves.</param>
/// <param name="Shapes">The shapes of values that detectors and functions take as a whole.</param>
/// <param name="Functions">The functions that are called, by id.</param>
/// <param name="TextSets">Lists of texts that conditions look up, each sorted by ordinal.</param>
/// <param name="Tests">How many conditions on items, feeds and draws the code has.</param>
/// <param name="Aggregates">What rules ask of the past.</param>
/// <param name="Limits">The limits.</param>
/// <param name="Stops">What happens to work in flight at a halt, ordered by tool.</param>
/// <param name="Origins">The labels and kinds of origin, by name.</param>
/// <param name="Contents">What decisions bring into sessions.</param>
/// <param name="Runs">What runs are held to.</param>
/// <param name="RunPoints">The points, by number, at which something reads how far the run has come.</param>
/// <param name="Streaming">How answers stream; null for not at all.</param>
/// <param name="Charts">The charts; a number is the place in this list.</param>
/// <param name="Breakers">The breakers, in the same way.</param>
/// <param name="PacePoints">
/// The points, by number, at which something reads how the charts stand or makes one worse; <c>signal</c> and <c>recovery</c> among them
/// where there are charts.
/// </param>
/// <param name="Judges">The judges, ordered by name.</param>
/// <param name="Recorded">What is recorded of decisions; null where the policy says nothing.</param>
/// <param name="Queues">The queues, ordered by name.</param>
/// <param name="Data">The rows that the policy brings along; a number is the place in this list.</param>
public sealed record ProgramTables(
    ValueList<PointTable> Points,
    ValueList<ControlTable> Controls,
    ValueList<RuleTable> Rules,
    ValueList<RequiredFact> Required,
    ValueList<IndexTable> Indexes,
    int Entries,
    int Blocks,
    ValueList<DetectorDefinition> Detectors,
    ValueList<PatternTable> Patterns,
    ValueList<Shape> Shapes,
    ValueList<string> Functions,
    ValueList<ValueList<string>> TextSets,
    int Tests = 0,
    ValueList<AggregateTable> Aggregates = default,
    ValueList<LimitTable> Limits = default,
    ValueList<ToolStop> Stops = default,
    ValueList<string> Origins = default,
    ValueList<ContentTable> Contents = default,
    ValueList<RunTable> Runs = default,
    ValueList<int> RunPoints = default,
    StreamTable? Streaming = null,
    ValueList<ChartTable> Charts = default,
    ValueList<BreakerTable> Breakers = default,
    ValueList<int> PacePoints = default,
    ValueList<JudgeTable> Judges = default,
    AuditTable? Recorded = null,
    ValueList<QueueDefinition> Queues = default,
    ValueList<DataTable> Data = default)
{
    /// <summary>How answers stream.</summary>
    public StreamTable Stream => Streaming ?? StreamTable.None;

    /// <summary>What is recorded of decisions.</summary>
    public AuditTable Audit => Recorded ?? AuditTable.None;

    /// <summary>The number of a decision point; -1 where there is none of that name.</summary>
    internal int NumberOf(string point) =>
        Points.Index().Where(candidate => candidate.Item.Layout.Point == point).Select(candidate => candidate.Index).FirstOrDefault(-1);

    /// <summary>Whether a rule, the posture of a control, or that of a fact of a provider has such an effect.</summary>
    internal bool HasEffect(Func<Effect, bool> isSuch) =>
        Rules.Any(rule => rule.Effects.Any(effect => isSuch(effect.Effect))) || Controls.Any(control => control.OnError.Any(isSuch))
        || Required.Any(fact => fact.OnError.Any(isSuch));
}

/// <summary>A pattern that a condition matches.</summary>
/// <param name="Source">The source between its slashes.</param>
/// <param name="IgnoreCase">The flag <c>i</c>.</param>
public sealed record PatternTable(string Source, bool IgnoreCase);
