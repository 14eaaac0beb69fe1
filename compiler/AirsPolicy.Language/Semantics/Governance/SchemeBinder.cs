using System.Collections.Immutable;
using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Names;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Governance;

/// <summary>
/// Binds what a <c>scheme</c> is: its profile, its ladder and its tiers. Its conditions come later, once parameters have their values.
/// </summary>
internal static class SchemeBinder
{
    /// <summary>Declares the schemes of all packages.</summary>
    public static void Declare(BindingContext context, IEnumerable<Symbol> schemes)
    {
        var tiers = TiersByScheme(context);
        foreach (var scheme in schemes)
            context.Schemes[scheme] = Declare(context, scheme, [.. tiers[scheme]]);
    }

    private static ILookup<Symbol, DeclaredTier> TiersByScheme(BindingContext context)
    {
        var found = new List<(Symbol Scheme, DeclaredTier Tier)>();
        foreach (var package in context.Root.All())
        {
            var names = new HashSet<(Symbol, string)>();
            foreach (var tier in package.Syntax.Trees.SelectMany(tree => tree.Root.Declarations).OfType<TierDeclarationSyntax>())
            {
                if (NameLookup.Require(context, package, tier.Scheme, SymbolKind.Scheme) is not { } scheme || tier.Name.IsMissing)
                    continue;
                if (names.Add((scheme, tier.Name.Text)))
                    found.Add((scheme, new DeclaredTier(package, tier, RankOf(context, tier))));
                else
                    context.Report(NameDiagnostics.DeclaredTwice, tier.Name.Source, tier.Name.Span, tier.Name.Text, "scheme");
            }
        }
        return found.ToLookup(pair => pair.Scheme, pair => pair.Tier);
    }

    private static long? RankOf(BindingContext context, TierDeclarationSyntax tier)
    {
        var clauses = new ClauseSet(context, tier.Name.Text);
        long? rank = null;
        foreach (var member in tier.Block.Members.OfType<NumberMemberSyntax>())
        {
            if (clauses.First("rank", member))
                rank = WholeNumber(context, member.Number);
        }
        return rank;
    }

    /// <summary>The value of a whole number, or null once it is reported that it is none.</summary>
    public static long? WholeNumber(BindingContext context, SyntaxToken number)
    {
        if (number.Literal is IntegerLiteral { Value: var value })
            return value;
        if (!number.IsMissing)
            context.Report(NameDiagnostics.Mismatch, number.Source, number.Span, "a whole number", "something else");
        return null;
    }

    private static BoundScheme? Declare(BindingContext context, Symbol scheme, ImmutableArray<DeclaredTier> declarations)
    {
        var members = ((SchemeDeclarationSyntax)scheme.Syntax).Block.Members;
        var clauses = new ClauseSet(context, scheme.Name);
        RecordShape? profile = new([]);
        var ladder = ImmutableArray<(string Tier, long? UpTo)>.Empty;
        foreach (var member in members)
        {
            switch (member)
            {
                case ProfileShapeMemberSyntax shape when clauses.First("profile", shape):
                    profile = BindProfile(context, scheme.Package, shape);
                    break;
                case LadderMemberSyntax steps when clauses.First("ladder", steps):
                    ladder = BindLadder(context, steps);
                    break;
            }
        }
        var order = TierOrder.Of(context, [.. ladder.Select(step => step.Tier)], declarations);
        if (order.IsEmpty)
            context.Report(GovernanceDiagnostics.NoTiers, scheme.Declaration.Source, scheme.Declaration.Span, scheme.Name);
        return profile is null || order.IsEmpty
            ? null
            : new BoundScheme(
                scheme,
                profile,
                new EnumShape(new ValueList<string>(order), Rising: true, $"{scheme.QualifiedName}.tier"),
                ladder,
                declarations);
    }

    private static RecordShape? BindProfile(BindingContext context, PackageSymbol package, ProfileShapeMemberSyntax syntax)
    {
        if (new ShapeBinder(context, package).Bind(syntax.Shape) is not { } bound)
            return null;
        if (bound.Shape is RecordShape record)
            return record;
        context.Report(
            NameDiagnostics.Mismatch,
            syntax.ProfileKeyword.Source,
            syntax.Shape.Span,
            "a record",
            ShapeText.WithArticle(bound.Shape));
        return null;
    }

    private static ImmutableArray<(string Tier, long? UpTo)> BindLadder(BindingContext context, LadderMemberSyntax syntax)
    {
        var steps = ImmutableArray.CreateBuilder<(string Tier, long? UpTo)>();
        for (var i = 0; i < syntax.Steps.Count; i++)
        {
            var (name, number) = (syntax.Steps[i].Name, syntax.Steps[i].Number);
            if (name.IsMissing)
                continue;
            var upTo = (number?.Literal as IntegerLiteral)?.Value;
            if (steps.Any(step => step.Tier == name.Text))
                context.Report(NameDiagnostics.DeclaredTwice, name.Source, name.Span, name.Text, "ladder");
            else if (upTo is null != (i == syntax.Steps.Count - 1) || (upTo is not null && steps.Count > 0 && upTo <= steps[^1].UpTo))
                context.Report(GovernanceDiagnostics.LadderBroken, name.Source, name.Span, name.Text);
            else
                steps.Add((name.Text, upTo));
        }
        return steps.ToImmutable();
    }
}
