using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Origins;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Conformance.Tests.Differential.Packages;

/// <summary>Counts what random packages have come to, so that a generator that no longer reaches something is seen.</summary>
internal sealed class PackageCoverage
{
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private Dictionary<Expression, string> _reasons = [];

    public int Decisions { get; private set; }

    public int AboveAllow { get; private set; }

    public IReadOnlyDictionary<string, int> Counts => _counts;

    public int Of(string name) => _counts.GetValueOrDefault(name);

    /// <summary>A package whose decisions follow.</summary>
    public void Begin(PolicyModel model)
    {
        _reasons = Reasons.Of(model);
        foreach (var workflow in model.Agents?.Workflows ?? [])
        {
            if (workflow.Goals.Count > 0)
                Count("package with a goal that is covered");
        }
        Count(model.Agents is { Agents.Count: > 0 } ? "package with agents" : "package without agents");
    }

    public void Add(Expression expression, Value value)
    {
        if (_reasons.TryGetValue(expression, out var reason))
            Count(value is BoolValue truth ? $"{reason}: {(truth.Truth ? "yes" : "no")}" : $"{reason}: failed");
        if (value is FailedValue)
            return;
        switch (expression)
        {
            case OriginExpression:
                AddOrigins(((EnumShape)((ListShape)expression.Shape).Element).Names, ((ListValue)value).Items);
                break;
            case MembershipExpression { Item: PathExpression { Path: ["tool"] } }:
                Count(value == BoolValue.True ? "tool in a group" : "tool in no group that is meant");
                break;
            case LimitPassedExpression:
                Count(value == BoolValue.True ? "limit passed" : "limit not passed");
                break;
            case AggregateExpression:
                Count(value is NumberValue { Number: 0 } or DecimalValue { Number: 0 } ? "past none" : "past some");
                break;
        }
    }

    public void Add(SessionRequest request, Decision decision)
    {
        Decisions++;
        Count($"at {request.Point}");
        if (decision.Outcome > Outcome.Allow)
            AboveAllow++;
        if (decision.Failure is { } failure)
            Count($"point {failure.Kind}");
        if (decision.Holds.Count > 0 && decision.Outcome == Outcome.Hold)
            Count(request.Approved ? "held and approved" : request.After % 2 == 1 ? "held and refused" : "held and left to silence");
        if (decision.Fired.Any(rule => rule.Effects.OfType<HaltedEffect>().Any()))
            Count("halted before");
        if (request.Point == "recovery" && decision.Outcome < Outcome.Hold)
            Count("recovery that went on");
        if (decision.Content.Labels.Count > 0)
            Count(decision.Outcome < Outcome.Hold ? "effect label that went on" : "effect label that did not");
        foreach (var rule in decision.Fired.Where(rule => rule.Failure is not null))
            Count($"rule {rule.Failure!.Kind}");
        if (decision.Detected.Count > 0)
            Count("detect");
    }

    private void AddOrigins(IReadOnlyList<string> names, IReadOnlyList<Value> origins)
    {
        var known = origins.Select(origin => names[(int)((NumberValue)origin).Number]).ToList();
        foreach (var name in known)
            Count(OriginKinds.All.Contains(name) ? $"origin {name}" : "origin of a label");
        Count(
            known.Count > 1 ? "several origins"
            : known[0] is OriginKinds.Model or OriginKinds.Unclear ? "origin unknown"
            : "origin known");
    }

    /// <summary>What became of the word of somebody on what waits.</summary>
    public void AddAnswer(ReviewAnswer answer) => Count($"review {answer}");

    /// <summary>What became of what waited once it was decided again.</summary>
    public void AddResumed(Decision decision) =>
        Count($"again {(decision.Outcome < Outcome.Hold ? "went on" : decision.Outcome == Outcome.Hold ? "held" : "refused")}");

    private void Count(string name) => _counts[name] = _counts.GetValueOrDefault(name) + 1;
}
