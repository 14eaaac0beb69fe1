using System.Globalization;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Schemas;

/// <summary>
/// Turns the schemas of a file, and of files that it refers to, into shapes: what expressions can read. A member can be read if every
/// branch that has it agrees on what it is; it is optional if a branch lacks it; anything else goes whole.
/// </summary>
internal sealed class SchemaShapes(SchemaNode root, SchemaFiles files, SchemaReadingOptions options, SchemaLog log)
{
    private const int MostShapes = 10_000;
    private const int MostNested = 128;

    private readonly HashSet<SchemaNode> _open = [];
    private readonly HashSet<SchemaNode> _seen = [];
    private int _shapes;

    // References count from the schema that says '$id', and a file is known by its place in the package.
    private readonly bool _hasOwnAddresses = root.Items.Any(HasAddress) || files.Roots.Skip(1).Any(HasAddress);

    public SchemaLog Log => log;

    /// <summary>The shapes refuse whatever the schemas refuse.</summary>
    public bool IsCarried { get; private set; } = true;

    /// <summary>Something is said that shapes do not carry. Gives null, which is no problem.</summary>
    public string? LeaveToSchema()
    {
        IsCarried = false;
        return null;
    }

    /// <summary>The shape of a schema, or null where something is wrong with it.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="nullable">It also lets null through.</param>
    /// <param name="inherited">The type that the value is known to have where the schema says none.</param>
    public Shape? Read(SchemaNode schema, out bool nullable, string inherited = "")
    {
        nullable = false;
        _seen.Add(schema);
        if (++_shapes > MostShapes || _open.Count >= MostNested)
        {
            var bound =
                _shapes > MostShapes
                    ? $"{MostShapes.ToString("N0", CultureInfo.InvariantCulture)} schemas"
                    : $"{MostNested} schemas in each other";
            log.Report(SchemaDiagnostics.TooLarge, root, root, bound);
            return null;
        }

        if (schema.Kind == SchemaNodeKind.True)
            return AnyShape.Instance;
        if (schema.Kind == SchemaNodeKind.False && (schema != root || !RefusesSlips))
        {
            LeaveToSchema();
            return AnyShape.Instance;
        }

        if (schema.Kind != SchemaNodeKind.Object)
        {
            if (schema.Kind == SchemaNodeKind.False)
                log.Report(SchemaDiagnostics.NothingFits, schema, schema, "it is 'false'");
            else
                log.Report(
                    SchemaDiagnostics.WrongValue,
                    schema,
                    schema.Parent ?? schema,
                    schema.Key,
                    "a schema, which is an object or true");
            return null;
        }

        // A schema that is met again while it is being read contains itself: how deep its values are is not known.
        if (!_open.Add(schema))
        {
            LeaveToSchema();
            return AnyShape.Instance;
        }

        try
        {
            return ReadObject(schema, inherited, out nullable);
        }
        finally
        {
            _open.Remove(schema);
        }
    }

    /// <summary>What JSON Schema allows and nobody means is a mistake.</summary>
    public bool RefusesSlips => options.RefuseSlips;

    /// <summary>
    /// The shape of the whole file, or null where something is wrong with it, be it in a part that no reference leads to.
    /// </summary>
    public Shape? ReadRoot(out bool nullable)
    {
        nullable = false;
        // Which keywords mean something is then for that meta-schema to say.
        if (root["$schema"] is { Kind: SchemaNodeKind.Text } version && version.Text.TrimEnd('#') != SchemaKeywords.Version)
        {
            LeaveToSchema();
            return AnyShape.Instance;
        }
        var shape = Read(root, out nullable);
        ReadDefinitionsOf(root);
        return shape;
    }

    private Shape? ReadObject(SchemaNode schema, string inherited, out bool nullable)
    {
        nullable = false;
        if (!SchemaKeywords.Check(schema, this) || TypeKeyword.Read(schema, log) is not { } type)
            return null;
        nullable = type.Nullable;
        var known = type is { Name.Length: 0, IsMixed: false } ? type with { Name = inherited } : type;
        var own = schema["x-airs"] is { } unit ? UnitKeyword.Read(schema, unit, type, log)
            : schema["enum"] is not null || schema["const"] is not null ? ValueKeywords.Read(schema, known, this, ref nullable)
            : Plain(schema, known);
        return own is null ? null : new SchemaBranches(this, schema, known.Name).Join(own, ref nullable);
    }

    private Shape? Plain(SchemaNode schema, SchemaType type)
    {
        switch (type.Name)
        {
            case "boolean":
                return BoolShape.Instance;
            case "integer":
                return NumberKeywords.Integer(schema, log);
            case "number":
                return NumberKeywords.Decimal(schema, log);
            case "string":
                return TextKeywords.Read(schema, this);
            case "array":
                return ListKeywords.Read(schema, this);
            case "object":
                return RecordKeywords.Read(schema, this);
            case "null":
                LeaveToSchema();
                return SchemaBranches.OnlyNull;
        }
        if (type.IsMixed)
            LeaveToSchema();
        else
            SchemaKeywords.CheckType(schema, this);
        return AnyShape.Instance;
    }

    /// <summary>
    /// The schema that a reference leads to; null where that is for the schema itself to follow, or a mistake, which is reported.
    /// </summary>
    public SchemaNode? Follow(SchemaNode schema, SchemaNode reference, out bool isMistake)
    {
        isMistake = false;
        if (_hasOwnAddresses || (reference.Kind == SchemaNodeKind.Text && IsForSchema(reference.Text)))
        {
            LeaveToSchema();
            return null;
        }
        var problem = Find(reference, out var target);
        if (problem is null)
            return target;
        isMistake = true;
        log.Report(SchemaDiagnostics.Reference, reference, schema, problem);
        return null;
    }

    private string? Find(SchemaNode reference, out SchemaNode? target)
    {
        if (!SchemaFiles.IsFile(reference.Text))
            return SchemaPointer.Find(reference.Root, reference, out target);
        target = null;
        return files.Find(reference.Root, SchemaFiles.WithoutFragment(reference.Text), out var problem) is { } file
            ? SchemaPointer.Find(file, reference, out target)
            : problem;
    }

    // Anchors, meta-schemas, and other documents where there are some.
    private bool IsForSchema(string reference) =>
        reference[SchemaFiles.WithoutFragment(reference).Length..] is ['#', not '/', ..]
        || reference is ['h', 't', 't', 'p', ..]
        || (!reference.StartsWith('#') && options.Documents.Count > 0);

    private static bool HasAddress(SchemaNode node) => node["$id"] is not null || node.Items.Any(HasAddress);

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
