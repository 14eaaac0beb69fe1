using AirsPolicy.Collections;
using AirsPolicy.Compiler.Planning.Nodes;
using AirsPolicy.Runtime.Programs;

namespace AirsPolicy.Compiler.Planning.Rules;

/// <summary>
/// Finds the conjuncts by which an index may pass a rule over without changing its meaning: those before the first that can fail.
/// A false one makes the condition false whatever stands behind it, and nothing before it could have failed the rule.
/// </summary>
internal static class GuardAnalysis
{
    // Each key gets a copy of the rule.
    private const int MaxKeys = 8;

    public static IEnumerable<Guard> Of(PlacedRule rule, ProgramParts parts)
    {
        for (var i = 0; i < rule.Conjuncts.Count && !PlanFailures.CanFail(rule.Conjuncts[i]); i++)
        {
            if (Find(rule.Conjuncts[i], parts) is { } found && found.Keys.Count <= MaxKeys)
                yield return new Guard(i, found.Fact, found.Keys);
        }
    }

    private static (GuardedFact Fact, ValueList<object> Keys)? Find(PlanExpression conjunct, ProgramParts parts) =>
        conjunct switch
        {
            ComparePlan
            {
                Comparison: PlanComparison.Equal,
                Left: FactPlan { Type: PlanType.Long } fact,
                Right: ConstantPlan { Value: long key }
            } => Name(fact, [key]),
            ComparePlan
            {
                Comparison: PlanComparison.Equal,
                Right: FactPlan { Type: PlanType.Long } fact,
                Left: ConstantPlan { Value: long key }
            } => Name(fact, [key]),
            OneOfPlan { Value: FactPlan fact } oneOf => Name(fact, oneOf.Constants),
            CallPlan call => Find(call, parts),
            _ => null,
        };

    private static (GuardedFact, ValueList<object>)? Find(CallPlan call, ProgramParts parts) =>
        (call.Member.Name, call.Arguments.ToImmutableArray()) switch
        {
            (nameof(Evaluation.Is), [FactPlan fact, LiteralPlan text]) => (new GuardedFact(GuardKind.Text, fact.Slot), [text.Value]),
            (nameof(Evaluation.InTextSet), [NumberPlan set, FactPlan fact]) => (
                new GuardedFact(GuardKind.Text, fact.Slot),
                parts.TextsOf(set).Select(text => (object)text).ToValueList()),
            (nameof(Evaluation.ContainsLiteral), [FactPlan fact, LiteralPlan text]) => (
                new GuardedFact(GuardKind.Texts, fact.Slot),
                [text.Value]),
            _ => null,
        };

    // Names are small numbers; an int compared with a large one is no index into an array.
    private static (GuardedFact, ValueList<object>)? Name(FactPlan fact, ValueList<long> keys) =>
        keys.All(key => key is >= 0 and < NameIndex.MaxNames)
            ? (new GuardedFact(GuardKind.Name, fact.Slot), keys.Select(key => (object)key).ToValueList())
            : null;
}
