using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>Where something stands.</summary>
/// <param name="Point">The decision point.</param>
/// <param name="Tools">The tools it is confined to, by declared name; empty for all.</param>
internal sealed record BoundPoint(DecisionPoint Point, ImmutableArray<string> Tools);

/// <summary>Binds <c>at input, output</c> and <c>at tool_call of refund</c>.</summary>
internal static class PointsBinder
{
    public static ImmutableArray<BoundPoint> Bind(BindingContext context, PackageSymbol package, PointsSyntax syntax)
    {
        var points = ImmutableArray.CreateBuilder<BoundPoint>(syntax.Points.Count);
        foreach (var path in syntax.Points)
        {
            if (BindPoint(context, path) is not { } point || HasPoint(points, point))
                continue;
            if (syntax.Subjects is null)
                points.Add(new BoundPoint(point, []));
            else if (!point.HasTool)
                context.Report(ControlDiagnostics.NotAPoint, path.Parts[0].Source, syntax.OfKeyword!.Span, point.Name);
            else if (BindTools(context, package, syntax.Subjects) is { IsEmpty: false } tools)
                points.Add(new BoundPoint(point, tools));
        }
        return points.DrainToImmutable();
    }

    private static bool HasPoint(ImmutableArray<BoundPoint>.Builder points, DecisionPoint point)
    {
        foreach (var bound in points)
        {
            if (ReferenceEquals(bound.Point, point))
                return true;
        }
        return false;
    }

    public static DecisionPoint? BindPoint(BindingContext context, PathSyntax path) =>
        path.IsMissing ? null : BindPoint(context, path.Parts[0], path.Text, path.Span);

    public static DecisionPoint? BindPoint(BindingContext context, SyntaxToken name) =>
        name.IsMissing ? null : BindPoint(context, name, name.Text, name.Span);

    private static DecisionPoint? BindPoint(BindingContext context, SyntaxToken first, string text, TextSpan span)
    {
        if (DecisionPoints.Find(text) is { } point)
        {
            context.Notes?.Refer(first, SymbolKind.Point, point.Name, null, point.When);
            return point;
        }
        context.ReportUnknown(ControlDiagnostics.UnknownPoint, first.Source, span, text, DecisionPoints.All.Select(p => p.Name), text);
        return null;
    }

    private static ImmutableArray<string> BindTools(BindingContext context, PackageSymbol package, SeparatedSyntaxList<PathSyntax> paths)
    {
        var tools = ImmutableArray.CreateBuilder<string>();
        foreach (var path in paths)
        {
            tools.AddRange(
                ToolBinder.RequireAll(context, package, path).Select(tool => tool.Name).Where(name => !tools.Contains(name)));
        }
        return tools.ToImmutable();
    }
}
