using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison.Requests;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.Language.Reasoning.Judges;

/// <summary>
/// The answers of a judge that its rules can tell apart, and what follows from each: every name of a list, both truths, and numbers on
/// either side of each bound. The interpreter says what follows at one of its points, of a request in which
/// nothing is remarkable.
/// </summary>
internal sealed class AnswerSpace
{
    // Beyond so many answers a judge is not looked through.
    private const int MostAnswers = 3_000;

    private readonly List<List<JsonNode?>> _values;
    private readonly List<Given> _answers = [];

    private AnswerSpace(RequestShape request, IReadOnlyList<ShapeMember> members, List<List<JsonNode?>> values) =>
        (Request, Members, _values) = (request, members, values);

    /// <summary>The requests on which the judge is asked.</summary>
    public RequestShape Request { get; }

    /// <summary>The members of the answer that rules read, in the order written.</summary>
    public IReadOnlyList<ShapeMember> Members { get; }

    /// <summary>The answers from which nothing follows, in order.</summary>
    public IEnumerable<JsonObject> Undecided => _answers.Where(answer => !answer.IsDecided).Select(answer => answer.Answer);

    /// <summary>The answers from which something follows, in order.</summary>
    public IEnumerable<JsonObject> Decided => _answers.Where(answer => answer.IsDecided).Select(answer => answer.Answer);

    /// <summary>
    /// The members on which some rule hangs without any other list or truth of the answer: what the judge says first of all.
    /// </summary>
    public IReadOnlyList<ShapeMember> Verdicts { get; private init; } = [];

    /// <summary>
    /// What follows from the answers of a judge at each of its points, and with each of the tools that it stands there for; those are left
    /// out at which there is nothing to tell apart, or too much.
    /// </summary>
    /// <param name="leftOut">Counts where there is too much.</param>
    /// <param name="forVerdicts">Whether nothing is asked of a judge that has a verdict nowhere: there may be thousands of answers.</param>
    public static IReadOnlyList<AnswerSpace> All(JudgesAlone judges, JudgeModel judge, LeftOut leftOut, bool forVerdicts = false)
    {
        var all =
            from placement in judges.Model.Controls.First(control => control.Id == judge.Control).Placements
            // Where it stands for all tools the first stands for the others.
            from tool in placement.Tools.DefaultIfEmpty(judges.Model.Tools.Select(tool => tool.Name).FirstOrDefault())
            select Of(judges, judge, placement, tool, leftOut);
        List<AnswerSpace> spaces = [.. all.OfType<AnswerSpace>()];
        if (forVerdicts && spaces.TrueForAll(space => space.Verdicts.Count == 0))
            return [];
        var interpreter = judges.InterpreterOf(judge);
        return spaces.FindAll(space => space.Fill(interpreter, judge));
    }

    /// <summary>Where the judge is asked, behind what is said of its answers (<c> at 'tool_call' of 'pay'</c>).</summary>
    public string Where => $" at '{Request.Point}'{(Request.Tool is { } tool ? $" of '{tool}'" : "")}";

    private static AnswerSpace? Of(JudgesAlone judges, JudgeModel judge, PlacementModel placement, string? called, LeftOut leftOut)
    {
        var model = judges.Model;
        var rules = placement.Rules.Where(rule => rule.Ordinal != judge.Ask).ToList();
        var fact = JudgeFact.Answer(judge.Name);
        var reads = rules.ConvertAll(rule => ReadBy(rule, fact));
        var read = judge.Returns.Members.AsEnumerable().Where(member => reads.Exists(names => names.Contains(member.Name))).ToList();
        var values = read.ConvertAll(member => ValuesOf(member, fact, rules));
        if (read.Count == 0)
            return null;
        if (values.Aggregate(1L, (product, of) => Math.Min(product * of.Count, MostAnswers + 1)) > MostAnswers)
        {
            leftOut.Add(LeftOutKind.Judge);
            return null;
        }
        var layout = model.Layouts.First(layout => layout.Point == placement.Point);
        var tool = model.Tools.FirstOrDefault(tool => layout.Tools.Count > 0 && tool.Name == called);
        var own = layout.Tools.FirstOrDefault(known => known.WireName == tool?.WireName);
        var request = new RequestShape(
            placement.Point,
            tool?.WireName,
            MergedShape.Joined(layout.Facts, own?.Facts),
            DateOnly.FromDateTime(VirtualClock.Start));
        return new AnswerSpace(request, read, values)
        {
            Verdicts = read.FindAll(member =>
                !judges.IsReadElsewhere(judge, member.Name)
                && reads.Exists(names =>
                    names.Contains(member.Name)
                    && judge.Returns.Members.AsEnumerable().Count(other => IsNamed(other) && names.Contains(other.Name)) == 1
                    && IsNamed(member))),
        };
    }

    private bool Fill(PolicyInterpreter interpreter, JudgeModel judge)
    {
        // There may be thousands of answers, and all else that is asked of stays as it is.
        var name = JudgeFact.Answer(judge.Name);
        var others = Request.Harmless();
        others.Remove(name);
        others.Add(name, null);
        var before = others.ToJsonString(WireJson.Options)[..^"null}".Length];
        var harmless = (JsonObject)HarmlessValue.Of(judge.Returns);
        foreach (
            var combination in _values.Aggregate(
                (IEnumerable<IReadOnlyList<JsonNode?>>)
                    [
                        [],
                    ],
                (rows, of) => rows.SelectMany(row => of.Select(value => (IReadOnlyList<JsonNode?>)[.. row, value]))))
        {
            var answer = (JsonObject)harmless.DeepClone();
            foreach (var (member, value) in Members.Zip(combination))
            {
                answer.Remove(member.WireName);
                if (value is not null)
                    answer[member.WireName] = value.DeepClone();
            }
            var decision = interpreter.Decide(Request.Point, $"{before}{answer.ToJsonString(WireJson.Options)}}}");
            if (decision.Failure is not null)
                return false;
            _answers.Add(
                new Given(
                    answer,
                    decision
                        .Fired.Concat(decision.Detected)
                        .Any(rule => rule.Origin.Control == judge.Control && rule.Origin.Ordinal != judge.Ask)));
        }
        return true;
    }

    private static HashSet<string> ReadBy(RuleModel rule, string fact) =>
        [
            .. ExpressionTree
                .All(rule)
                .OfType<PathExpression>()
                .Where(path => path.Path.Count > 1 && path.Path[0] == fact)
                .Select(path => path.Path[1]),
        ];

    private static bool IsNamed(ShapeMember member) => member.Shape is EnumShape or BoolShape;

    private static List<JsonNode?> ValuesOf(ShapeMember member, string fact, List<RuleModel> rules)
    {
        var values = new List<JsonNode?>();
        switch (member.Shape)
        {
            case BoolShape:
                values.AddRange([JsonValue.Create(true), JsonValue.Create(false)]);
                break;
            case EnumShape names:
                values.AddRange(names.Names.Select(name => (JsonNode?)JsonValue.Create(name)));
                break;
            case ShareShape:
                values.AddRange(
                    Around(member, fact, rules)
                        .Append(Millionths.Whole)
                        .Select(share => Math.Clamp(share, 0, Millionths.Whole))
                        .Distinct()
                        .Order()
                        .Select(share => (JsonNode?)JsonValue.Create(share / (decimal)Millionths.Whole)));
                break;
            case IntShape number:
                values.AddRange(
                    Around(member, fact, rules)
                        .Select(value => Math.Clamp(value, number.Minimum, number.Maximum))
                        .Distinct()
                        .Order()
                        .Select(value => (JsonNode?)JsonValue.Create(value)));
                break;
            default:
                values.Add(HarmlessValue.Of(member.Shape));
                break;
        }
        if (member.Optional)
            values.Add(null);
        return values;
    }

    // Each bound, and what lies next to it.
    private static IEnumerable<long> Around(ShapeMember member, string fact, List<RuleModel> rules) =>
        (
            from rule in rules
            from comparison in ExpressionTree.All(rule).OfType<CompareExpression>()
            let sides = new[] { comparison.Left, comparison.Right }
            where
                sides.Any(side =>
                    ExpressionTree
                        .DescendantsAndSelf(side)
                        .OfType<PathExpression>()
                        .Any(path => path.Path.Count == 2 && path.Path[0] == fact && path.Path[1] == member.Name))
            from bound in sides.SelectMany(ExpressionTree.DescendantsAndSelf).OfType<ConstantExpression>()
            where bound.Value is long
            let value = (long)bound.Value
            from near in new[] { value - 1, value, value + 1 }
            select near)
            .Append(0)
            .Distinct();

    private sealed record Given(JsonObject Answer, bool IsDecided);
}
