using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>Binds a <c>fact</c>.</summary>
internal static class FactBinder
{
    /// <summary>
    /// The fact, or null where its name is taken. One that is otherwise wrong stands as far as it is understood, so that its uses are not
    /// wrong as well.
    /// </summary>
    public static DeclaredFact? Bind(BindingContext context, Symbol symbol)
    {
        var syntax = (FactDeclarationSyntax)symbol.Syntax;
        var shape =
            new ShapeBinder(context, symbol.Package).Bind(syntax.Shape, symbol.QualifiedName)
            ?? new BoundShape(ErrorShape.Instance, Optional: false);
        var points = syntax.At is null ? [] : PointsBinder.Bind(context, symbol.Package, syntax.At.Points);
        if (Clash(symbol.Name, points) is { } clash)
        {
            context.Report(NameDiagnostics.FactClash, symbol.Declaration.Source, symbol.Declaration.Span, symbol.Name, clash);
            return null;
        }
        return new DeclaredFact(
            new ShapeMember(symbol.Name, symbol.Name, shape.Shape, shape.Optional),
            [.. points.Select(p => p.Point.Name)],
            points.IsEmpty ? [] : points[0].Tools);
    }

    private static string? Clash(string name, ImmutableArray<BoundPoint> points)
    {
        if (name is "text" or "tier" or "tool" or "args" or "result" or "system"
            || Readings.IsTaken(name)
            || CommonFacts.All.Any(fact => fact.Name == name))
            return "at every point";
        var places = points.IsEmpty ? DecisionPoints.All : points.Select(p => p.Point);
        return places.FirstOrDefault(point => point.Facts.Any(fact => fact.Name == name)) is { } place ? $"at '{place.Name}'" : null;
    }
}
