using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Semantics.Expressions;
using AirsPolicy.Language.Semantics.Names;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>What is asked of lets before, or without, their being used.</summary>
internal static class LetChecks
{
    /// <summary>Whether the name means something in every expression of the package.</summary>
    public static bool IsTaken(PackageSymbol package, string name) =>
        name is "text" or "tier"
        || NameLookup.FindAny(package, name) is { Kind: SymbolKind.Param or SymbolKind.Let or SymbolKind.Data or SymbolKind.Detector };

    /// <summary>
    /// Reports parameters that stand twice or would hide what a name means elsewhere: a value or a fact, at whichever point.
    /// </summary>
    /// <param name="package">The package that the let is in.</param>
    /// <param name="parameters">Its parameters, or null.</param>
    /// <param name="local">Whether a name is one that the declaration around the let gives a meaning to.</param>
    public static void CheckParameters(
        BindingContext context,
        PackageSymbol package,
        ParametersSyntax? parameters,
        Func<string, bool> local)
    {
        if (parameters is null)
            return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in parameters.Names)
        {
            if (name.IsMissing)
                continue;
            if (!seen.Add(name.Text))
                context.Report(NameDiagnostics.DeclaredTwice, name.Source, name.Span, name.Text, "let");
            else if (IsTaken(package, name.Text) || IsFact(package, name.Text) || local(name.Text))
                context.Report(NameDiagnostics.HidesName, name.Source, name.Span, name.Text, "parameter");
        }
    }

    // A fact of another package is none of this one's names, so that what a policy adds never makes a library wrong.
    private static bool IsFact(PackageSymbol package, string name) =>
        name is "tool" or "args" or "result" or "system"
        || Readings.IsTaken(name)
        || CommonFacts.All.Any(fact => fact.Name == name)
        || DecisionPoints.All.Any(point => point.Facts.Any(fact => fact.Name == name))
        || NameLookup.FindAny(package, name) is { Kind: SymbolKind.Fact };

    /// <summary>Those first that no other names, since binding one binds those it names.</summary>
    public static IEnumerable<LetDefinition> OutermostFirst(IReadOnlyCollection<LetDefinition> lets)
    {
        var named = lets.SelectMany(let => let.Value.DescendantsAndSelf().OfType<NameExpressionSyntax>().Select(name => name.Name.Text))
            .ToHashSet(StringComparer.Ordinal);
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
        var aside = context with { IsAside = true };
        foreach (var let in OutermostFirst(lets))
        {
            if (!context.UsedLets.Contains(let.Syntax) && !context.Has(BindingMark.GrownTooLarge))
                new ExpressionBinder(aside, scope).CheckLet(let);
        }
    }
}
