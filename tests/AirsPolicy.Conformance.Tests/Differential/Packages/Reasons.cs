using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Conformance.Tests.Differential.Packages;

/// <summary>
/// What each rule of a package is for, told by where it stands and what it reads: one of the restrictions that a declaration makes, or a
/// rule that is written.
/// </summary>
internal static class Reasons
{
    public const string Stranger = "agent not declared";
    public const string StrangerInChain = "agent not declared in the chain";
    public const string StrangerTakes = "work to an agent not declared";
    public const string Cycle = "work back to an agent of the chain";
    public const string WiderScope = "wider scope";
    public const string OutsideScope = "tool outside the scope";
    public const string Pair = "pair of agents not allowed";
    public const string Depth = "too deep";
    public const string ToolNotHeld = "tool not held";
    public const string Kind = "another kind of agent";
    public const string OrderOfTools = "order of tools left";
    public const string OrderOfAgents = "order of agents left by a call";
    public const string OrderOfHandovers = "order of agents left by work handed on";
    public const string Label = "label reaches";
    public const string WrittenInAgent = "rule of an agent";
    public const string WrittenInWorkflow = "rule of a workflow";

    /// <summary>All of them.</summary>
    public static readonly string[] All =
    [
        Stranger,
        StrangerInChain,
        StrangerTakes,
        Cycle,
        WiderScope,
        OutsideScope,
        Pair,
        Depth,
        ToolNotHeld,
        Kind,
        OrderOfTools,
        OrderOfAgents,
        OrderOfHandovers,
        Label,
        WrittenInAgent,
        WrittenInWorkflow,
    ];

    /// <summary>The conditions of the rules that declarations make, each with its reason.</summary>
    public static Dictionary<Expression, string> Of(PolicyModel model)
    {
        var reasons = new Dictionary<Expression, string>(ReferenceEqualityComparer.Instance);
        foreach (var control in model.Controls)
        {
            foreach (var placement in control.Placements)
            {
                foreach (var rule in placement.Rules)
                {
                    if (rule.Condition is { } condition && Of(control, placement.Point, rule, condition) is { } reason)
                        reasons[condition] = reason;
                }
            }
        }
        return reasons;
    }

    private static string? Of(ControlModel control, string point, RuleModel rule, Expression condition)
    {
        if (condition is CarriesLabelExpression)
            return Label;
        var (ofAgent, ofWorkflow) = (
            control.Id.StartsWith("random.work.agent.", StringComparison.Ordinal),
            control.Id.StartsWith("random.work.workflow.", StringComparison.Ordinal));
        if (!ofAgent && !ofWorkflow)
            return null;
        return rule.Refusal?.Kind switch
        {
            RefusalKind.UndeclaredAgent => Stranger,
            RefusalKind.UndeclaredInChain => StrangerInChain,
            RefusalKind.UndeclaredTaker => StrangerTakes,
            RefusalKind.Cycle => Cycle,
            RefusalKind.WiderScope => WiderScope,
            RefusalKind.OutsideScope => OutsideScope,
            RefusalKind.ToolNotGranted => ToolNotHeld,
            RefusalKind.PairNotGranted => Pair,
            RefusalKind.TooDeep => Depth,
            RefusalKind.OtherKind => Kind,
            RefusalKind.OrderOfTools => OrderOfTools,
            RefusalKind.OrderOfAgents => point == "delegate" ? OrderOfHandovers : OrderOfAgents,
            _ => ofAgent ? WrittenInAgent : WrittenInWorkflow,
        };
    }
}
