using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Analysis.Tiers;

/// <summary>How much the limits of a policy let a run or session do at most, and the limit to add where that is too much.</summary>
internal static class BoundedLimits
{
    public static BoundedValue ToolCalls(AnalysisContext context, StandingModel standing, RequiredValueModel bound, string scope) =>
        Of(
            context,
            standing,
            bound,
            scope,
            [PointNames.ToolCall],
            static draw => draw.Amount is null,
            $"the tool calls of a {scope}",
            $"{scope}_tool_calls",
            "at tool_call");

    public static BoundedValue Cost(AnalysisContext context, StandingModel standing, RequiredValueModel bound, string scope) =>
        Of(
            context,
            standing,
            bound,
            scope,
            [.. DecisionPoints.All.Where(point => point.Facts.Contains(DecisionPoints.Cost)).Select(point => point.Name)],
            static draw => draw.Amount is PathExpression { Path: ["cost"] },
            $"the cost of a {scope}",
            $"{scope}_cost",
            "at prompt, tool_call");

    private static BoundedValue Of(
        AnalysisContext context,
        StandingModel standing,
        RequiredValueModel bound,
        string scope,
        ImmutableArray<string> points,
        Func<LimitDrawModel, bool> counts,
        string what,
        string name,
        string at)
    {
        var (file, span) = context.Find(standing.Place);
        var of = counts(new LimitDrawModel("", null, [], null, bound.Value)) ? "" : $" of {DecisionPoints.Cost.Name}";
        DiagnosticFix add = ClauseFix.Append(
            file,
            $"Add a limit of {bound.Text} per {scope}",
            $"limit {ClauseFix.NewName(context, name)} {bound.Text}{of} per {scope} {at}");
        var sum = LimitSum.Of(context, points, draw => counts(draw) && IsOf(draw, scope));
        if (sum is null)
            return new BoundedValue(null, file, span, $"no limit bounds {what}", [add]);
        // What one limit allows is changed where it stands; how several share what is allowed is for people to say.
        if (sum.Limits is [var only] && Declaration(context, only) is { } declared)
        {
            return new BoundedValue(
                sum.Most,
                declared.LimitKeyword.Source,
                declared.Value.Span,
                $"'{declared.Name!.Text}' allows {Text(sum.Most, bound)}",
                only.Shares.Count == 1 ? [Suggestion.Replace(declared.Value.Span, bound.Text)] : [add]);
        }
        return new BoundedValue(sum.Most, file, span, $"the limits together allow {Text(sum.Most, bound)}", [add]);
    }

    // Whoever else is a key divides what is counted, and so does a window.
    private static bool IsOf(LimitDrawModel draw, string scope) =>
        draw.Keys.Count == 0 || (draw.Keys.Count == 1 && draw.Keys[0] is PathExpression { Path: [var root, "id"] } && root == scope);

    private static LimitMemberSyntax? Declaration(AnalysisContext context, LimitModel limit) => context.Packages
        .SelectMany(package => package.Members.Values)
        .Where(symbol => symbol.Kind == SymbolKind.Limit && $"{symbol.Package.Name}.limit.{symbol.Name}" == limit.Id)
        .Select(symbol => ((LimitDeclarationSyntax)symbol.Syntax).Limit)
        .FirstOrDefault();

    private static string Text(decimal value, RequiredValueModel bound) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value:0.############################}")
        + (bound.Value.Value is decimal ? bound.Text[bound.Text.LastIndexOf(' ')..] : "");
}
