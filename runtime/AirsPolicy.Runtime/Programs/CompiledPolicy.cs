using AirsPolicy.Runtime.Audits;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Functions;
using AirsPolicy.Runtime.Programs.Indexes;
using AirsPolicy.Runtime.Programs.Past;
using AirsPolicy.Runtime.Programs.Tables;
using AirsPolicy.Runtime.State.Limits;
using AirsPolicy.Runtime.State.Pace;
using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Detectors.Search;
using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Windows;

namespace AirsPolicy.Runtime.Programs;

/// <summary>
/// A policy program with its tables, ready to be asked from any number of threads, each with an evaluation and a frame of its own.
/// A host loads one from a bundle; an application that is compiled ahead of time makes one from the emitted code it was built with.
/// </summary>
public sealed partial class CompiledPolicy
{
    private readonly PolicyPoint[] _points;
    private readonly Dictionary<string, int> _pointNumbers;
    private readonly DecisionBuilder _decisions;
    private readonly DetectorSet _masks;

    /// <summary>Puts code and tables together; both must come from one compilation.</summary>
    /// <param name="program">The emitted program.</param>
    /// <param name="tables">The tables made with it.</param>
    /// <param name="bundle">The digest that decisions carry, or null.</param>
    /// <exception cref="InvalidDataException">The tables hold a pattern that cannot be read, or a function that is not known.</exception>
    /// <exception cref="ArgumentException">The tables hold detectors that <see cref="DetectorSet.Compile"/> refuses.</exception>
    public CompiledPolicy(PolicyProgram program, ProgramTables tables, string? bundle = null)
    {
        Program = program;
        Tables = tables;
        Bundle = bundle;
        Indexes = [.. tables.Indexes.Select(i => new FactIndex(i))];
        TextSets = [.. tables.TextSets.Select(s => new TextSet(s))];
        Data = [.. tables.Data.Select(table => new DataRows(table))];
        Patterns = [.. tables.Patterns.Select(pattern => new ConditionPattern(Compile(pattern)))];
        Shapes = [.. tables.Shapes.Select(CompiledShape.Of)];
        Functions = [.. tables.Functions.Select(FunctionOf)];
        Detectors = DetectorSet.Compile(tables.Detectors);
        _masks = DetectorSet.Compile(tables.Audit.Detectors);
        Windows = WindowPlan.Of(tables.Detectors, tables.Stream.Rules.SelectMany(rule => rule.Detectors));
        _points = [.. tables.Points.Select(p => new PolicyPoint(p, tables, bundle))];
        // Changes of charts are written down there, and nobody decides.
        _pointNumbers = Enumerable
            .Range(0, _points.Length)
            .Where(i => tables.Points[i].Layout.Point != PaceChange.Point)
            .ToDictionary(i => tables.Points[i].Layout.Point, StringComparer.Ordinal);
        _decisions = new DecisionBuilder(this);
        Arms = [.. tables.Limits.Select(limit => new LimitArms(limit.Shares))];
        Past = new PolicyPast(this);
    }

    /// <summary>The code.</summary>
    public PolicyProgram Program { get; }

    /// <summary>What the code names by number.</summary>
    public ProgramTables Tables { get; }

    /// <summary>The digest that decisions carry, or null.</summary>
    public string? Bundle { get; }

    /// <summary>What is recorded of decisions, and for how long that is kept.</summary>
    public AuditRules Audit => Tables.Audit.Rules;

    internal FactIndex[] Indexes { get; }

    internal TextSet[] TextSets { get; }

    internal DataRows[] Data { get; }

    internal ConditionPattern[] Patterns { get; }

    internal CompiledShape[] Shapes { get; }

    internal BuiltinFunction[] Functions { get; }

    internal DetectorSet Detectors { get; }

    /// <summary>The number of a decision point, or -1 where the policy does not know it.</summary>
    public int PointNumber(string point) => _pointNumbers.GetValueOrDefault(point, -1);

    /// <summary>How many slots a frame reserves for a point.</summary>
    public int Slots(int point) => _points[point].Slots;

    /// <summary>A new evaluation, for one thread at a time.</summary>
    /// <param name="limits">
    /// How much work the search of texts may be (<see cref="FactLimits.MaxTextSteps"/>), or null for the default limits.
    /// </param>
    public Evaluation NewEvaluation(FactLimits? limits = null) => new(this, limits ?? FactLimits.Default);

    /// <summary>What says what is recorded of decisions, for one thread at a time.</summary>
    /// <param name="limits">How much facts may hold; what holds more is recorded by its digest.</param>
    public AuditRecorder NewRecorder(FactLimits? limits = null) => new(Audit, _masks, limits ?? FactLimits.Default);

    /// <summary>Evaluates everything that stands at a point. What fired is then in <paramref name="evaluation"/>.</summary>
    /// <param name="point">The number of the point.</param>
    /// <param name="facts">
    /// The facts, laid out for the point; <c>now</c> and <c>today</c>, and <c>tool</c> where the point knows tools, are among them.
    /// </param>
    /// <param name="evaluation">An evaluation of this policy.</param>
    /// <returns>Why the point failed as a whole, or null. A missing fact fails the rules that read it and no more.</returns>
    public Failure? Evaluate(int point, FactFrame facts, Evaluation evaluation)
    {
        var standing = _points[point];
        var tool = standing.LikelyTool(facts);
        ref readonly var rules = ref standing.Rules(tool);
        if (!evaluation.IsFreshFor(facts) || !rules.Covered(facts))
            return EvaluateWithCare(point, facts, evaluation);
        evaluation.Begin(point);
        Program.Decide(rules.Entry, facts, evaluation);
        if (standing.Judges.Length > 0)
            evaluation.AskJudges(standing, tool);
        return null;
    }

    // What the few look-ups above do not settle: an evaluation that holds on to something, and facts that may be missing.
    private Failure? EvaluateWithCare(int point, FactFrame facts, Evaluation evaluation)
    {
        var standing = _points[point];
        evaluation.Freshen(facts);
        var tool = standing.Tool(facts);
        evaluation.Begin(point);
        if (standing.Refusal(tool) is { } refusal)
            return refusal;
        ref readonly var rules = ref standing.Rules(tool);
        if (rules.AllCovered(facts))
        {
            Program.Decide(rules.Entry, facts, evaluation);
        }
        else
        {
            var lacking = MissingFacts.Find(standing.RuleNumbers(tool), Tables, facts);
            MissingFacts.Fill(lacking, Tables, facts);
            Program.Decide(rules.Entry, facts, evaluation);
            evaluation.Replace(lacking);
        }
        if (standing.Judges.Length > 0)
            evaluation.AskJudges(standing, tool);
        return null;
    }

    /// <summary>
    /// The decision on facts that lie in a frame. Never throws on account of the policy or the facts: a fault becomes the posture of
    /// the point, with the cause on the record.
    /// </summary>
    /// <inheritdoc cref="Evaluate"/>
    public Decision Decide(int point, FactFrame facts, Evaluation evaluation)
    {
        try
        {
            // Who has approved is never the request's to say.
            Past.Holds.PutNoApprovals(point, facts);
            return DecideApproved(point, facts, evaluation);
        }
        catch (Exception fault)
        {
            return Refuse(point, fault);
        }
    }

    /// <summary>The decision where the facts say who has approved, as the state knows it.</summary>
    /// <inheritdoc cref="Decide(int, FactFrame, Evaluation)"/>
    internal Decision DecideApproved(int point, FactFrame facts, Evaluation evaluation)
    {
        try
        {
            if (Evaluate(point, facts, evaluation) is { } failure)
                return FailedPoint.Decide(_points[point].Table.Layout.Point, failure, [], Bundle);
            if (evaluation.NothingFired)
                return _points[point].Allow;
            var decision = _decisions.Fired(point, facts, evaluation);
            return decision.Outcome == Outcome.Hold ? Past.Holds.Met(point, facts, decision) : decision;
        }
        // A fault of the runtime or of the program must not become a pass, whatever it is.
        catch (Exception fault)
        {
            return Refuse(point, fault);
        }
    }

    /// <summary>The decision on facts that could not be read or do not fit: that of the point's posture, and at least block.</summary>
    /// <param name="point">The number of the point.</param>
    /// <param name="failure">Why there are no facts.</param>
    public Decision Refuse(int point, Failure failure) => _decisions.Refused(point, failure);

    /// <summary>
    /// The decision where an exception broke off the evaluation or what led up to it: that of the point's posture. Where memory has run
    /// out it is one that lies ready since the policy was loaded, and blocks.
    /// </summary>
    /// <param name="point">The number of the point.</param>
    /// <param name="fault">The exception.</param>
    public Decision Refuse(int point, Exception fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        try
        {
            return fault is OutOfMemoryException
                ? _points[point].Exhausted
                : Refuse(point, new Failure(FailureKind.Internal, $"{fault.GetType().Name}: {fault.Message}"));
        }
        catch (OutOfMemoryException)
        {
            return _points[point].Exhausted;
        }
    }

    private static BuiltinFunction FunctionOf(string id) =>
        BuiltinFunctions.Find(id) ?? throw new InvalidDataException($"This runtime has no function '{id}'.");

    private static Pattern Compile(PatternTable table)
    {
        var parse = PatternParser.Parse(table.Source, table.IgnoreCase ? PatternOptions.IgnoreCase : PatternOptions.None);
        return parse.Tree is { } tree
            ? Pattern.Compile(tree)
            : throw new InvalidDataException($"The pattern '{table.Source}' cannot be read: {parse.Errors[0].Message}");
    }

    internal PolicyPoint Point(int point) => _points[point];

    /// <summary>
    /// Whether a control is in detect mode on a day: through its last day, and in force after. Where the day is not known it is in force.
    /// </summary>
    internal static bool IsDetect(ControlTable control, long? today) =>
        control.Detect && (control.Until is not { } last || today <= last);
}
