using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Schemas;

/// <summary>The schemas that apply to the same value as one schema: what can be read of all of them together.</summary>
/// <param name="shapes">Reads them.</param>
/// <param name="schema">The schema that they stand in.</param>
/// <param name="type">The type that the value is known to have, or empty.</param>
internal sealed class SchemaBranches(SchemaShapes shapes, SchemaNode schema, string type)
{
    /// <summary>The shape where nothing but null fits; told apart by reference.</summary>
    public static readonly Shape OnlyNull = new AnyShape();

    private string _type = type;

    /// <summary>The shape of the schema's own keywords and of all that apply beside them; null where something is wrong.</summary>
    public Shape? Join(Shape own, ref bool nullable)
    {
        Shape? joined = own;
        if (schema["$ref"] is { } reference)
            joined = Meet(joined, Reference(reference, out var referred), referred, ref nullable);
        if (schema["allOf"] is { Kind: SchemaNodeKind.Array } all)
        {
            foreach (var part in all.Items)
                joined = Meet(joined, Read(part, out var partial), partial, ref nullable);
        }
        foreach (var keyword in new[] { "anyOf", "oneOf" })
        {
            if (schema[keyword] is { Kind: SchemaNodeKind.Array, Items.Count: > 0 } any)
                joined = Meet(joined, Either(any.Items, out var either), either, ref nullable);
        }
        if (schema["if"] is not null && (schema["then"] ?? schema["else"]) is not null)
            joined = Meet(joined, Conditional(out var conditional), conditional, ref nullable);
        return joined;
    }

    private Shape? Meet(Shape? left, Shape? right, bool rightNullable, ref bool nullable)
    {
        if (left is null || right is null)
            return null;
        nullable = left is AnyShape ? nullable || rightNullable : right is AnyShape ? nullable : nullable && rightNullable;
        var met = ShapeJoin.Both(left, right);
        if (_type.Length == 0 && met is RecordShape)
            _type = "object";
        return met;
    }

    private Shape? Reference(SchemaNode reference, out bool nullable)
    {
        nullable = false;
        if (shapes.Follow(schema, reference, out var isMistake) is { } target)
            return shapes.Read(target, out nullable, _type);
        return isMistake ? null : AnyShape.Instance;
    }

    private Shape? Read(SchemaNode part, out bool nullable) => shapes.Read(part, out nullable, _type);

    private Shape? Either(IEnumerable<SchemaNode> branches, out bool nullable)
    {
        nullable = false;
        Shape? joined = null;
        foreach (var branch in branches)
        {
            var shape = Read(branch, out var branchNullable);
            if (shape is null)
                return null;
            nullable |= branchNullable;
            if (!ReferenceEquals(shape, OnlyNull))
                joined = joined is null ? shape : ShapeJoin.Either(joined, shape);
        }
        return joined ?? AnyShape.Instance;
    }

    // The branch that is not written lets every value of the type through.
    private Shape? Conditional(out bool nullable)
    {
        nullable = false;
        var shapes = new List<Shape>();
        foreach (var keyword in new[] { "then", "else" })
        {
            Shape? shape = schema[keyword] is { } branch ? Read(branch, out var branchNullable) : Anything(out branchNullable);
            if (shape is null)
                return null;
            nullable |= branchNullable;
            shapes.Add(shape);
        }
        return ShapeJoin.Either(shapes[0], shapes[1]);
    }

    private Shape Anything(out bool nullable)
    {
        nullable = true;
        return _type == "object" ? new RecordShape([], Open: true) : AnyShape.Instance;
    }
}
