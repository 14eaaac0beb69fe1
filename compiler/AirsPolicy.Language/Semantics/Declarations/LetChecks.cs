using AirsPolicy.Language.Semantics.Expressions;
using AirsPolicy.Language.Semantics.Names;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>What is asked of lets before, or without, their being used.</summary>
internal static class LetChecks
{
    /// <summary>Whether the name means something in every expression of the package.</summary>
    public static bool IsTaken(PackageSymbol package, string name) =>
        name is "text" or "tier" || NameLookup.FindAny(package, name) is { Kind: SymbolKind.Param or SymbolKind.Let or SymbolKind.Detector };

    /// <summary>Those first that no other names, since binding one binds those it names.</summary>
    public static IEnumerable<LetDefinition> OutermostFirst(IReadOnlyCollection<LetDefinition> lets)
    {
        var named = lets.SelectMany(let => let.Value.DescendantsAndSelf().OfType<NameExpressionSyntax>().Select(name => name.Name.Text)).ToHashSet(StringComparer.Ordinal);
        return lets.OrderBy(let => named.Contains(let.NameToken.Text));
    }

    /// <summary>Binds the lets of a declaration that nothing uses for their mistakes: those first that no other let names.</summary>
    public static void CheckUnused(BindingContext context, ExpressionScope scope)
    {
        var lets = scope.Lets.Values.OfType<LetName>().Select(name => name.Let)
            .Where(let => !context.UsedLets.Contains(let.Syntax))
            .OrderBy(let => let.NameToken.Span.Start)
            .ToList();
        if (lets.Count == 0)
            return;
        foreach (var let in OutermostFirst(lets))
        {
            if (!context.UsedLets.Contains(let.Syntax) && !context.HasGrownTooLarge)
                new ExpressionBinder(context, scope).CheckLet(let);
        }
    }
}
