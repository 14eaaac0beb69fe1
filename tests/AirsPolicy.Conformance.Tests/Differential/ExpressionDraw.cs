using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>Well-typed expressions of every kind.</summary>
/// <param name="compared">What is compared with one another.</param>
internal sealed partial class ExpressionDraw(
    Draw draw, ValueDraw values, IReadOnlyList<string> detectors, bool functions, ValueList<Shape> compared)
{
    public static readonly SourcePlace Place = new("random/random.airs", 0, 0, 1, 1);

    private static readonly RecordShape s_span = new(
    [
        new ShapeMember("start", "start", IntShape.Instance), new ShapeMember("end", "end", IntShape.Instance),
        new ShapeMember("text", "text", TextShape.Instance), new ShapeMember("digits", "digits", TextShape.Instance),
    ]);

    /// <summary>What may be asked of the past, once it is known; until then nothing is.</summary>
    public PastDraw? Past { get; set; }

    /// <summary>The tables that values are looked up in, or null for none.</summary>
    public DataDraw? Data { get; set; }

    /// <summary>An expression of a shape, at most so deep.</summary>
    public Expression Of(Shape shape, FactScope scope, int depth)
    {
        if (depth > 0 && Past is { } past && draw.Chance(shape is BoolShape ? 32 : 14) && past.Asked(shape, scope, depth - 1) is { } asked)
            return asked;
        if (shape is ListShape list)
            return List(list.Element, scope, depth);
        if (depth <= 0 || draw.Chance(25))
            return Leaf(shape, scope);
        if (draw.Chance(4))
            return new NamedExpression("let", Of(shape, scope, depth - 1), Place);
        if (Data is { } data && draw.Chance(3) && data.Lookup(shape, inner => Of(inner, scope, depth - 1)) is { } lookup)
            return lookup;
        if (draw.Chance(6))
            return Table(shape, scope, depth - 1);
        return shape is BoolShape ? Truth(scope, depth - 1) : Worked(shape, scope, depth - 1) ?? Leaf(shape, scope);
    }

    /// <summary>A path to a fact that fits, or null; one that may be absent stands beside a default.</summary>
    public PathExpression? Path(Func<Shape, bool> fits, FactScope scope, bool optional = false)
    {
        var fitting = scope.Facts.Where(fact => fits(fact.Shape) && (optional || !fact.Optional)).ToList();
        if (fitting.Count == 0)
            return null;
        var fact = draw.From(fitting);
        return new PathExpression(fact.Path, fact.Shape, Place);
    }

    private Expression Leaf(Shape shape, FactScope scope)
    {
        if (draw.Chance(30))
            return Constant(shape);
        var read = Reads(candidate => candidate == shape, scope);
        if (read is not { } known)
            return Constant(shape);
        // A rule that reads what is absent fails; the binder prevents it, and both engines still have to agree on it.
        return known.Optional && !draw.Chance(3)
            ? new CoalesceExpression(known.Expression, Constant(shape), shape, Place)
            : known.Expression;
    }

    private (Expression Expression, bool Optional)? Reads(Func<Shape, bool> fits, FactScope scope)
    {
        var facts = scope
            .Facts.Where(fact => fits(fact.Shape))
            .Select(fact => ((Expression)new PathExpression(fact.Path, fact.Shape, Place), fact.Optional))
            .ToList();
        var items = scope
            .Items.SelectMany((item, variable) => ItemParts(item, variable).Where(part => fits(part.Expression.Shape)))
            .ToList();
        return items.Count > 0 && draw.Chance(70) ? draw.From(items)
            : facts.Count > 0 ? draw.From(facts)
            : null;
    }

    private static IEnumerable<(Expression Expression, bool Optional)> ItemParts(Shape item, int variable)
    {
        yield return (new ItemExpression(variable, [], item, Place), false);
        foreach (var part in FactScope.Walk(item, [], false))
            yield return (new ItemExpression(variable, part.Path, part.Shape, Place), part.Optional);
    }

    private ConstantExpression Constant(Shape shape) => new(values.Of(shape), shape, Place);

    private Expression List(Shape element, FactScope scope, int depth)
    {
        var read = Reads(shape => shape is ListShape list && list.Element == element, scope);
        if (read is { Optional: false } known && draw.Chance(70))
            return known.Expression;
        return new ListExpression(draw.Many(1, 3, () => Of(element, scope, depth - 1)).ToValueList(), new ListShape(element), Place);
    }

    // Any fact whose shape has an enum can be the key; where there is none the value stands alone.
    private Expression Table(Shape shape, FactScope scope, int depth)
    {
        if (Path(key => key is EnumShape, scope) is not { } key)
            return Leaf(shape, scope);
        var names = (EnumShape)key.Shape;
        var entries = names.Names.Select(_ => draw.Chance(60) ? Of(shape, scope, depth) : null).ToValueList<Expression?>();
        return new CoalesceExpression(new TableExpression(key, entries, shape, Place), Constant(shape), shape, Place);
    }
}
