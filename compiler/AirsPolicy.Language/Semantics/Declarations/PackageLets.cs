using AirsPolicy.Language.Semantics.Expressions;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Points;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>
/// Checks the lets of packages that nothing uses. Such a let has no place whose facts it reads, but it must make sense at some: the
/// findings are those of the point where there are fewest.
/// </summary>
internal static class PackageLets
{
    public static void CheckUnused(BindingContext context, FactTable table, IEnumerable<Symbol> lets)
    {
        var unused = lets.Where(let => !context.UsedLets.Contains(let.Syntax)).ToDictionary(LetDefinition.Of);
        foreach (var (let, symbol) in LetChecks.OutermostFirst(unused.Keys).Select(let => (let, unused[let])))
        {
            if (context.UsedLets.Contains(let.Syntax) || context.Has(BindingMark.GrownTooLarge))
                continue;
            var best = Best(context, table, symbol);
            foreach (var finding in best.Diagnostics.ToSorted())
                context.Report(finding);
            context.UsedLets.UnionWith(best.UsedLets);
            context.Marks.UnionWith(best.Marks.Where(mark => mark == BindingMark.GrownTooLarge));
            if (best.Notes is { } noted)
                context.Notes?.Take(noted);
        }
    }

    private static BindingContext Best(BindingContext context, FactTable table, Symbol let)
    {
        BindingContext? best = null;
        foreach (var facts in Places(context, table))
        {
            var trial = Trial(context, let, facts);
            if (best is null || trial.Diagnostics.Count < best.Diagnostics.Count)
                best = trial;
            if (best.Diagnostics.Count == 0)
                break;
        }
        return best!;
    }

    private static IEnumerable<PointFacts> Places(BindingContext context, FactTable table)
    {
        foreach (var point in DecisionPoints.All)
        {
            yield return table.At(point, []);
            if (!point.HasTool)
                continue;
            foreach (var tool in context.Tools.Take(64))
                yield return table.At(point, [tool.Name]);
        }
    }

    private static BindingContext Trial(BindingContext context, Symbol let, PointFacts facts)
    {
        var trial = context.Trial(context.Notes?.Trial());
        new ExpressionBinder(trial, ExpressionScope.Of(let.Package, let.Declaration.Source, facts)).CheckLet(LetDefinition.Of(let));
        return trial;
    }
}
