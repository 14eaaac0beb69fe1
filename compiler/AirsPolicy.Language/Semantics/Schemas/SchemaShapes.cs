using System.Globalization;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Schemas;

/// <summary>Turns the schemas of one file into shapes.</summary>
internal sealed class SchemaShapes(SchemaNode root, SchemaLog log)
{
    private const int MostShapes = 10_000;
    private const int MostNested = 128;

    private readonly HashSet<SchemaNode> _open = [];
    private readonly HashSet<SchemaNode> _seen = [];
    private int _shapes;

    public SchemaLog Log => log;

    /// <summary>The shape of a schema, or null where something is wrong with it.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="nullable">It also lets null through.</param>
    public Shape? Read(SchemaNode schema, out bool nullable)
    {
        nullable = false;
        _seen.Add(schema);
        if (++_shapes > MostShapes || _open.Count >= MostNested)
        {
            var bound = _shapes > MostShapes ? $"{MostShapes.ToString("N0", CultureInfo.InvariantCulture)} schemas" : $"{MostNested} schemas in each other";
            log.Report(SchemaDiagnostics.TooLarge, root, root, bound);
            return null;
        }

        if (schema.Kind == SchemaNodeKind.True)
            return AnyShape.Instance;
        if (schema.Kind != SchemaNodeKind.Object)
        {
            if (schema.Kind == SchemaNodeKind.False)
                log.Report(SchemaDiagnostics.NothingFits, schema, schema, "it is 'false'");
            else
                log.Report(SchemaDiagnostics.WrongValue, schema, schema.Parent ?? schema, schema.Key, "a schema, which is an object or true");
            return null;
        }

        // A schema that is met again while it is being read contains itself.
        if (!_open.Add(schema))
            return null;
        try
        {
            return ReadObject(schema, out nullable);
        }
        finally
        {
            _open.Remove(schema);
        }
    }

    /// <summary>Reads what no reference has led to, so that a mistake there is found as well.</summary>
    public void ReadDefinitions() => ReadDefinitionsOf(root);

    private Shape? ReadObject(SchemaNode schema, out bool nullable)
    {
        nullable = false;
        if (!SchemaKeywords.Check(schema, log))
            return null;
        if (schema["$ref"] is { } reference)
            return ReadReference(schema, reference, out nullable);
        if (TypeKeyword.Read(schema, log) is not { } type)
            return null;
        nullable = type.Nullable;
        return schema["x-airs"] is { } unit ? UnitKeyword.Read(schema, unit, type, log)
            : schema["enum"] is not null || schema["const"] is not null ? ValueKeywords.Read(schema, type, log, ref nullable)
            : Plain(schema, type);
    }

    private Shape? Plain(SchemaNode schema, SchemaType type)
    {
        if (!SchemaKeywords.CheckType(schema, type, log))
            return null;
        return type.Name switch
        {
            "boolean" => BoolShape.Instance,
            "integer" => NumberKeywords.Integer(schema, log),
            "number" => NumberKeywords.Decimal(schema, log),
            "string" => TextKeywords.Read(schema, log),
            "array" => ListKeywords.Read(schema, this),
            "object" => RecordKeywords.Read(schema, this),
            _ => AnyShape.Instance,
        };
    }

    private Shape? ReadReference(SchemaNode schema, SchemaNode reference, out bool nullable)
    {
        nullable = false;
        var problem = SchemaPointer.Find(root, reference, out var target);
        if (problem is null && _open.Contains(target!))
            problem = "leads back to a schema that it stands in, which has no bounded depth";
        if (problem is null)
            return Read(target!, out nullable);
        log.Report(SchemaDiagnostics.Reference, reference, schema, problem);
        return null;
    }

    private void ReadDefinitionsOf(SchemaNode node)
    {
        if (node.Kind == SchemaNodeKind.Object && _seen.Contains(node) && node["$defs"] is { Kind: SchemaNodeKind.Object } definitions)
        {
            foreach (var definition in definitions.Items.Where(d => !_seen.Contains(d)))
                Read(definition, out _);
        }

        foreach (var item in node.Items)
            ReadDefinitionsOf(item);
    }
}
