using System.Collections.Immutable;
using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Expressions;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Semantics.Tests;

/// <summary>Binds a <c>prove</c>.</summary>
internal sealed class ProofBinder(BindingContext context, FactTable table, PackageSymbol package, ProveDeclarationSyntax syntax)
{
    /// <summary>The property, or null where something of it is wrong, which is reported.</summary>
    public ProofModel? Bind()
    {
        if (Literals.Text(syntax.Text) is not { } title)
            return null;
        var source = syntax.Keyword.Source;
        var places = ImmutableArray.CreateBuilder<ProvenPlace>();
        foreach (var point in PointsBinder.Bind(context, package, syntax.At.Points))
        {
            var facts = table.At(point.Point, point.Tools);
            ScopeNames.Add(context, source, syntax, package, facts);
            if (syntax.Condition is null)
            {
                places.Add(new ProvenPlace(point.Point.Name, point.Tools.ToValueList(), null));
                continue;
            }
            // What has happened before is none of the facts that are drawn here.
            if (new ExpressionBinder(context, ExpressionScope.Of(package, source, facts))
                    .WithoutPast()
                    .BindCondition(syntax.Condition.Condition)
                is not { } condition)
                return null;
            places.Add(new ProvenPlace(point.Point.Name, point.Tools.ToValueList(), condition));
        }
        return places.Count > 0 && Least() is { } least
            ? new ProofModel(
                title,
                syntax.AssumeKeyword is not null,
                new ValueList<ProvenPlace>(places.ToImmutable()),
                least,
                context.Place(package, source, syntax.Text.Span))
            : null;
    }

    private Outcome? Least()
    {
        var index = DecisionFacts.Outcome.IndexOf(syntax.Outcome.Text);
        if (index >= 0)
            return (Outcome)index;
        if (!syntax.Outcome.IsMissing)
            context.ReportUnknown(
                ToolDiagnostics.UnknownWord,
                syntax.Outcome.Source,
                syntax.Outcome.Span,
                syntax.Outcome.Text,
                DecisionFacts.Outcome.Names,
                syntax.Outcome.Text,
                "outcome");
        return null;
    }
}
