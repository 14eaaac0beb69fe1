using AirsPolicy.Language.Comparison.Requests;
using AirsPolicy.Language.Comparison.Results;
using AirsPolicy.Language.Evaluation.Explanations;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Pace;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Runtime.Runs;
using AirsPolicy.Runtime.State.Pace;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Language.Comparison.Search;

/// <summary>What the versions declare differently: each such thing changes what a request may hold, or who decides on it.</summary>
internal static class Declarations
{
    public static IEnumerable<DeclarationDifference> Of(VersionPair pair)
    {
        var (before, after) = (pair.Before.Model, pair.After.Model);
        return Points(before, after)
            .Concat(Differing("tool", before.Tools, after.Tools, tool => tool.WireName, tool => $"class {tool.Class}"))
            .Concat(Differing("queue", before.Queues, after.Queues, queue => queue.Name, Words))
            .Concat(Differing("order", Orders(before), Orders(after), order => order.Of, order => StepText.Of(order.Steps)))
            .Concat(Differing("goal", Goals(before), Goals(after), goal => goal.Name, goal => goal.Words))
            .Concat(Differing("chart", before.Charts, after.Charts, chart => chart.Name, Words))
            .Concat(Differing("breaker", before.Breakers, after.Breakers, breaker => breaker.Name, Words))
            .Concat(Facts(pair))
            .Concat(InapplicableIds.Of(before.Governance, after.Governance))
            .Distinct()
            .OrderBy(difference => difference.Kind, StringComparer.Ordinal)
            .ThenBy(difference => difference.Name, StringComparer.Ordinal);
    }

    // What makes a chart worse stands in controls; how people bring it back stands nowhere else.
    private static string Words(ChartModel chart) =>
        string.Join(
            "; ",
            chart.Recoveries.Select(way =>
                $"{PaceLevels.NameOf(way.From)} -> {PaceLevels.NameOf(way.From - 1)} by {string.Join(" or ", way.Authorities)} after {DurationText.Format(way.After)}{(way.Where is null ? "" : " where …")}"
            ));

    private static string Words(BreakerModel breaker) =>
        $"per {(breaker.Key.Count == 0 ? "system" : string.Join('.', breaker.Key))}, open for {DurationText.Format(breaker.OpenFor)}, probes {breaker.Probes}, closed by {(breaker.CloseBy.Count == 0 ? "nobody" : string.Join(" or ", breaker.CloseBy))}";

    private static IEnumerable<DeclarationDifference> Points(PolicyModel before, PolicyModel after) =>
        Differing("point", before.Layouts, after.Layouts, layout => layout.Point, _ => "known");

    private static IEnumerable<DeclarationDifference> Facts(VersionPair pair) =>
        from request in pair.Requests()
        let first = pair.Before.Shape(request.Point, request.Tool)
        let second = pair.After.Shape(request.Point, request.Tool)
        where first is not null && second is not null
        from difference in Members(request.Tool is null ? $"{request.Point}: " : $"{request.Point} of {request.Tool}: ", first, second)
        select difference;

    private static IEnumerable<DeclarationDifference> Members(string prefix, RecordShape before, RecordShape after)
    {
        foreach (var member in before.Members)
        {
            // Which tools there are is said of the tools themselves.
            if (member.WireName == "tool")
                continue;
            var other = MergedShape.Find(after, member);
            if (other is not null
                && member.Optional == other.Optional
                && member.Shape is RecordShape one
                && other.Shape is RecordShape two
                && one.Open == two.Open)
            {
                foreach (var inner in Members($"{prefix}{member.Name}.", one, two))
                    yield return inner;
            }
            else if (other is null || member.Optional != other.Optional || !SameShape(member.Shape, other.Shape))
            {
                yield return new DeclarationDifference("fact", prefix + member.Name, Words(member), other is null ? null : Words(other));
            }
        }
        foreach (var member in after.Members.Where(member => MergedShape.Find(before, member) is null))
            yield return new DeclarationDifference("fact", prefix + member.Name, null, Words(member));
    }

    // The steps of a plan name the declared tools, which are reported themselves.
    private static bool SameShape(Shape before, Shape after) => (before, after) switch
    {
        (EnumShape { Name: "tool" }, EnumShape { Name: "tool" }) => true,
        (ListShape one, ListShape two) => one.MinItems == two.MinItems && one.MaxItems == two.MaxItems && SameShape(one.Element, two.Element),
        (RecordShape one, RecordShape two) => one.Open == two.Open && one.Members.Count == two.Members.Count
            && one.Members.All(member => MergedShape.Find(two, member) is { } other && other.Optional == member.Optional && (member.WireName == "tool" || SameShape(member.Shape, other.Shape))),
        _ => before == after,
    };

    private static IEnumerable<DeclarationDifference> Differing<T>(string kind, IEnumerable<T> before, IEnumerable<T> after, Func<T, string> name, Func<T, string> words)
    {
        var (first, second) = (before.ToDictionary(name, words, StringComparer.Ordinal), after.ToDictionary(name, words, StringComparer.Ordinal));
        return first.Keys.Union(second.Keys)
            .Where(key => first.GetValueOrDefault(key) != second.GetValueOrDefault(key))
            .Select(key => new DeclarationDifference(kind, key, first.GetValueOrDefault(key), second.GetValueOrDefault(key)));
    }

    private static IEnumerable<(string Of, StepExpression Steps)> Orders(PolicyModel model) =>
        model.Agents is not { } agents
            ? []
            :
            [
                .. agents
                    .Workflows.Where(workflow => workflow.Follows is not null)
                    .Select(workflow => ($"workflow {workflow.Name}", workflow.Follows!)),
                .. agents.Agents.Where(agent => agent.Follows is not null).Select(agent => ($"agent {agent.Name}", agent.Follows!)),
            ];

    // What reaches a goal is written behind who has to act for it.
    private static IEnumerable<(string Name, string Words)> Goals(PolicyModel model)
    {
        var texts = new SourceTexts(model.Sources);
        return from run in model.Agents?.Runs ?? []
               from goal in run.Goals
               let reached = goal.Reached is { } number ? model.Aggregates[number].Sources[0].Where as LogicalExpression : null
               select ($"{run.Name}: {goal.Name}", reached is null ? "in words alone" : $"where {texts.At(reached.Right.Place)}");
    }

    private static string Words(QueueModel queue)
    {
        var sla = queue.Sla is { } ticks ? $"sla {DurationText.Format(ticks)}, " : "";
        var canary =
            queue.Canary == 0
                ? ""
                : string.Create(System.Globalization.CultureInfo.InvariantCulture, $", canary {queue.Canary / 10_000m:0.####}%");
        var later = queue.HandsOn.Select(on => $", reviewers {string.Join(", ", on.Roles)} after {DurationText.Format(on.After)}");
        var priority = queue.Priority == ReviewPriority.Normal ? "" : $", priority {queue.Priority.ToString().ToLowerInvariant()}";
        return
            $"{sla}approvals {queue.Approvals}, reviewers {string.Join(", ", queue.Reviewers)}{string.Concat(later)}{canary}{priority}";
    }

    private static string Words(ShapeMember member) => ShapeText.Of(member.Shape) + (member.Optional ? "?" : "");
}
