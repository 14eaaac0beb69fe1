using System.Diagnostics;
using AirsPolicy.Compiler.Planning.Expressions;
using AirsPolicy.Compiler.Planning.Nodes;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Compiler.Planning.Rules;

/// <summary>Splits an effect into what is known when compiled, which goes to the tables, and a call that works out the rest.</summary>
internal static class EffectPlanner
{
    /// <summary>What the tables say of an effect.</summary>
    public static RuleEffect Table(EffectModel effect, RuleScope scope) => effect switch
    {
        FixedEffectModel known => new RuleEffect(known.Effect, Computed: false),
        HoldEffectModel hold => new RuleEffect(new HoldEffect(hold.Queue, null, hold.OtherwiseHalt), Computed: true),
        HaltEffectModel halt => new RuleEffect(new HaltEffect(halt.Scope, null, halt.Message), Computed: true),
        CutEffectModel cut => new RuleEffect(new CutEffect(cut.Limit, cut.Unit), Computed: true),
        RedactEffectModel redact => new RuleEffect(
            new RedactEffect(scope.Find(redact.Target.Path).Pointer, [], redact.Method, redact.Detector), Computed: true),
        DropEffectModel drop => new RuleEffect(new DropEffect(scope.Find(drop.List.Path).Pointer, []), Computed: true),
        _ => throw new UnreachableException($"No effect is planned for {effect.GetType().Name}."),
    };

    /// <summary>
    /// What follows when a control cannot be evaluated; where it depends on facts, block, since an error is never a silent pass.
    /// </summary>
    public static Effect OnError(EffectModel effect) => effect is FixedEffectModel known ? known.Effect : new BlockEffect(null);

    /// <summary>The call that works out an effect, or null where nothing is left to work out.</summary>
    public static CallPlan? Call(
        EffectModel effect,
        NumberPlan rule,
        NumberPlan index,
        ExpressionPlanner planner,
        RuleScope scope,
        ProgramParts parts) =>
        effect switch
        {
            HoldEffectModel hold => ExpressionPlanner.Call(RuntimeMembers.Hold, rule, index, planner.Plan(hold.Within)),
            HaltEffectModel halt => ExpressionPlanner.Call(RuntimeMembers.Halt, rule, index, planner.Plan(halt.For)),
            CutEffectModel cut => ExpressionPlanner.Call(RuntimeMembers.Cut, rule, index, planner.Plan(cut.Text)),
            RedactEffectModel redact => Redact(redact, rule, index, planner, scope, parts),
            DropEffectModel drop => Drop(drop, rule, index, planner),
            _ => null,
        };

    private static CallPlan Redact(
        RedactEffectModel redact,
        NumberPlan rule,
        NumberPlan index,
        ExpressionPlanner planner,
        RuleScope scope,
        ProgramParts parts)
    {
        var target = planner.Plan(redact.Target);
        var shape = parts.Shape(ValueKinds.Bare(scope.Find(redact.Target.Path).Shape));
        var detector = parts.Detector(redact.Detector);
        var slot = new NumberPlan(scope.Find(redact.Target.Path).Slot);
        if (redact.Except is null)
            return ExpressionPlanner.Call(RuntimeMembers.Redact, rule, index, detector, shape, slot, target);
        var except = ValueKinds.ElementOf(redact.Except.Shape) is null
            ? ExpressionPlanner.Call(
                RuntimeMembers.With,
                ExpressionPlanner.Call(RuntimeMembers.NewList, new NumberPlan(1)),
                planner.Plan(redact.Except))
            : planner.Plan(redact.Except);
        return ExpressionPlanner.Call(RuntimeMembers.RedactExcept, rule, index, detector, shape, slot, target, except);
    }

    private static CallPlan Drop(DropEffectModel drop, NumberPlan rule, NumberPlan index, ExpressionPlanner planner)
    {
        var list = planner.Plan(drop.List);
        var (test, width) = planner.Test(drop.Variable, drop.List.Shape, drop.Where);
        return ExpressionPlanner.Call(RuntimeMembers.Drop, rule, index, test, new NumberPlan(drop.Variable), list, width);
    }
}
