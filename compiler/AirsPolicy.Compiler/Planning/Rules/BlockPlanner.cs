using AirsPolicy.Collections;
using AirsPolicy.Compiler.Planning.Nodes;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Compiler.Planning.Rules;

/// <summary>
/// Puts rules behind indexes, so that a decision does not look at rules that cannot apply: those of one tool behind the tool, and
/// those that ask one fact for a constant behind that fact, where enough of them do.
/// </summary>
internal sealed class BlockPlanner(ProgramParts parts)
{
    // Below these a handful of comparisons is cheaper than the index.
    private const int MinNames = 12;
    private const int MinTexts = 4;
    private const int MaxDepth = 4;

    /// <summary>
    /// The block of what stands at a point whatever the tool, and the number of the block of each tool that has rules of its own.
    /// </summary>
    /// <param name="rules">The rules in the order of the model.</param>
    public (BlockPlan Everywhere, IReadOnlyDictionary<int, int> Tools) PlanPoint(IReadOnlyList<PlacedRule> rules)
    {
        var everywhere = Plan([.. rules.Where(rule => rule.Tool < 0)], depth: 0);
        var tools = new Dictionary<int, int>();
        foreach (var group in rules.Where(rule => rule.Tool >= 0).GroupBy(rule => rule.Tool).OrderBy(group => group.Key))
            tools.Add(group.Key, parts.Block(() => Plan([.. group], depth: 0)));
        return (everywhere, tools);
    }

    private BlockPlan Plan(IReadOnlyList<PlacedRule> rules, int depth)
    {
        var guards = new Dictionary<PlacedRule, List<Guard>>(ReferenceEqualityComparer.Instance);
        foreach (var rule in rules)
            guards.Add(rule, depth < MaxDepth ? [.. GuardAnalysis.Of(rule, parts)] : []);
        var open = rules.ToList();
        var dispatches = new List<DispatchPlan>();
        while (Strongest(open, guards) is { } fact)
        {
            var guarded = open
                .Select(rule => (Rule: rule, Guard: guards[rule].Find(guard => guard.Fact == fact)))
                .Where(pair => pair.Guard is not null)
                .Select(pair => (pair.Rule, Guard: pair.Guard!))
                .ToList();
            dispatches.Add(Dispatch(fact, guarded, depth));
            var behind = guarded.Select(pair => pair.Rule).ToHashSet<PlacedRule>(ReferenceEqualityComparer.Instance);
            open.RemoveAll(behind.Contains);
        }
        return new BlockPlan(open.Select(rule => rule.Placed()).ToValueList(), dispatches.ToValueList());
    }

    // The fact that guards most rules, of several the one with the least slot; null where none guards enough.
    private static GuardedFact? Strongest(List<PlacedRule> rules, Dictionary<PlacedRule, List<Guard>> guards) =>
        rules
            .SelectMany(rule => guards[rule].Select(guard => guard.Fact).Distinct())
            .GroupBy(fact => fact)
            .Where(group => group.Count() >= (group.Key.Kind == GuardKind.Name ? MinNames : MinTexts))
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Slot).ThenBy(group => group.Key.Kind)
            .FirstOrDefault()?.Key;

    private DispatchPlan Dispatch(GuardedFact fact, List<(PlacedRule Rule, Guard Guard)> rules, int depth)
    {
        var blocks = rules
            .SelectMany(pair => pair.Guard.Keys.Select(key => (Key: key, Rule: pair.Rule.Without(pair.Guard.Conjunct))))
            .GroupBy(pair => pair.Key)
            .Select(group => (group.Key, Block: parts.Block(() => Plan([.. group.Select(pair => pair.Rule)], depth + 1))))
            .ToList();
        return new DispatchPlan(parts.Index(fact.Kind == GuardKind.Name ? Names(blocks) : Texts(blocks)), fact.Kind, fact.Slot);
    }

    private static EnumIndexTable Names(List<(object Key, int Block)> blocks)
    {
        var table = Enumerable.Repeat(-1, (int)blocks.Max(entry => (long)entry.Key) + 1).ToArray();
        foreach (var (key, block) in blocks)
            table[(long)key] = block;
        return new EnumIndexTable(ValueList.Create<int>(table));
    }

    private static TextIndexTable Texts(List<(object Key, int Block)> blocks) => new(
        blocks
            .Select(entry => new TextIndexEntry((string)entry.Key, entry.Block))
            .OrderBy(entry => entry.Text, StringComparer.Ordinal)
            .ToValueList());
}
