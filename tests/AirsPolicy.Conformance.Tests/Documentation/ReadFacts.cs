using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Conformance.Tests.Documentation;

/// <summary>Which facts there are, and which of them a policy reads, each as a path (<c>sources[].text</c>).</summary>
internal static class ReadFacts
{
    /// <summary>The values that a fact holds: the members of records, the items of lists.</summary>
    public static IEnumerable<string> Of(PointFact fact) => Leaves(fact.Name, fact.Shape);

    /// <summary>Each fact that rules of a policy's own controls read, with its point.</summary>
    public static IEnumerable<(string Point, string Path)> Of(PolicyModel policy)
    {
        // The controls that agents become read what no author has written.
        var controls = policy.Controls.Where(control => !control.Id.Contains(".agent.", StringComparison.Ordinal));
        foreach (var placement in controls.SelectMany(control => control.Placements))
        {
            foreach (var rule in placement.Rules)
            {
                var lists = Lists(rule);
                foreach (var expression in ExpressionTree.All(rule))
                {
                    if (PathOf(expression, lists) is { } path)
                        yield return (placement.Point, path);
                }
            }
        }
        foreach (var source in policy.Aggregates.SelectMany(aggregate => aggregate.Sources))
        {
            foreach (var root in source.Keys.Append(source.Where).Append(source.Value).OfType<Expression>())
            {
                foreach (var path in ExpressionTree.DescendantsAndSelf(root).OfType<PathExpression>())
                    yield return (source.Point, string.Join('.', path.Path));
            }
        }
    }

    private static IEnumerable<string> Leaves(string path, Shape shape) => shape switch
    {
        RecordShape record => record.Members.SelectMany(member => Leaves($"{path}.{member.Name}", member.Shape)),
        ListShape { Element: RecordShape element } => element.Members.SelectMany(member => Leaves($"{path}[].{member.Name}", member.Shape)),
        _ => [path],
    };

    // The list that each variable of a rule goes through.
    private static Dictionary<int, string> Lists(RuleModel rule)
    {
        var lists = new Dictionary<int, string>();
        foreach (var quantifier in ExpressionTree.All(rule).OfType<QuantifierExpression>())
        {
            if (PathOf(quantifier.List, lists) is { } list)
                lists[quantifier.Variable] = list;
        }
        foreach (var drop in rule.Effects.OfType<DropEffectModel>())
            lists[drop.Variable] = string.Join('.', drop.List.Path);
        return lists;
    }

    private static string? PathOf(Expression expression, Dictionary<int, string> lists) => expression switch
    {
        PathExpression path => string.Join('.', path.Path),
        ItemExpression item when lists.TryGetValue(item.Variable, out var list) => string.Join('.', item.Path.Prepend($"{list}[]")),
        _ => null,
    };
}
