using AirsPolicy.Compiler.Planning.Nodes;

namespace AirsPolicy.Compiler.Emission;

/// <summary>Writes one rule: its condition, the test whether it failed where it can, and its effects.</summary>
internal sealed class RuleEmitter(CodeWriter writer, LineDirectives lines)
{
    public void Write(RulePlan rule)
    {
        lines.Enter(writer, rule.Place);
        var always = rule.Condition is ConstantPlan { Value: true };
        if (!always && PlanFailures.CanFail(rule.Condition))
            WriteFailing(rule);
        else if (!always)
            writer.Line($"if ({ExpressionEmitter.Emit(rule.Condition)}) {Effects(rule)}");
        else
            writer.Line($"{Effects(rule)}");
        LineDirectives.Leave(writer);
        if (WorksOut(rule))
            writer.Line($"e.Release();");
    }

    private static bool WorksOut(RulePlan rule) =>
        rule.Effects.Prepend(rule.Condition).Any(part => PlanCalls.Any(part, member => member.WorksOut));

    private void WriteFailing(RulePlan rule)
    {
        var holds = Name.Numbered(ProgramPart.Holds, rule.Number);
        writer.Line($"var {holds} = {ExpressionEmitter.Emit(rule.Condition)};");
        LineDirectives.Leave(writer);
        writer.Line($"if (e.Failed) e.FailRule({rule.Number});");
        lines.Enter(writer, rule.Place);
        writer.Line($"else if ({holds}) {Effects(rule)}");
    }

    private static Code Effects(RulePlan rule)
    {
        if (rule.Effects.Count == 0)
            return Code.Of($"e.Fire({rule.Number}, {Outcome(rule, rule.FixedOutcome)});");
        var calls = Code.Join(Code.Of($" "), rule.Effects.Select(effect => Code.Of($"{ExpressionEmitter.Call(effect)};")));
        return Code.Of($"{{ e.BeginEffects(); {calls} e.EndEffects({rule.Number}, {rule.FixedOutcome}, {Outcome(rule, 1)}); }}");
    }

    // A rule in detect mode is recorded and raises nothing.
    private static Code Outcome(RulePlan rule, int outcome) => rule switch
    {
        { Detect: false } => Code.Of($"{outcome}"),
        { Until: { } last } => Code.Of($"e.After({last}, {outcome})"),
        _ => Code.Of($"0"),
    };
}
