using AirsPolicy.Collections;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Schemas;

/// <summary>The members of objects.</summary>
internal static class RecordKeywords
{
    public static Shape? Read(SchemaNode schema, SchemaShapes shapes)
    {
        var log = shapes.Log;
        var properties = schema["properties"];
        var fits = Expect(properties is null or { Kind: SchemaNodeKind.Object }, properties, "an object of schemas");
        var additional = schema["additionalProperties"];
        fits &= Expect(
            additional is null or { Kind: SchemaNodeKind.True or SchemaNodeKind.False or SchemaNodeKind.Object },
            additional,
            "a schema");
        if (additional is { Kind: SchemaNodeKind.Object })
            shapes.LeaveToSchema();
        var closed = additional is { Kind: SchemaNodeKind.False } && schema["patternProperties"] is null;
        var required = schema["required"];
        fits &= Expect(required is null || IsNames(required), required, "a list of names, each once");
        if (!fits)
            return null;

        var needed = required?.Items.Select(name => name.Text).ToHashSet(StringComparer.Ordinal) ?? [];
        var members = new List<ShapeMember>();
        var nullables = false;
        foreach (var property in properties?.Items ?? [])
        {
            var shape = shapes.Read(property, out var nullable);
            var asked = needed.Remove(property.Key);
            nullables |= nullable;
            if (shape is null)
                fits = false;
            else
                members.Add(new ShapeMember(property.Key, property.Key, shape, Optional: !asked || nullable));
        }

        foreach (var name in needed.Order(StringComparer.Ordinal))
        {
            if (closed)
                fits &= Report($"'{name}' is required, but 'additionalProperties' is false and 'properties' lacks it");
            else
                members.Add(new ShapeMember(name, name, AnyShape.Instance));
        }

        if (!fits)
            return null;
        // What may be null is there without a value, which a frame does not tell from what is absent.
        var strict = !nullables && members.TrueForAll(member => member.Optional || member.Shape is not AnyShape);
        if (!strict)
            shapes.LeaveToSchema();
        return new RecordShape(members.ToValueList(), Open: !closed, Strict: strict);

        bool Expect(bool condition, SchemaNode? node, string needs)
        {
            if (!condition)
                log.Report(SchemaDiagnostics.WrongValue, node!, schema, node!.Key, needs);
            return condition;
        }

        bool Report(string problem)
        {
            log.Report(SchemaDiagnostics.NothingFits, required!, schema, problem);
            return false;
        }
    }

    private static bool IsNames(SchemaNode list) =>
        list.Kind == SchemaNodeKind.Array
        && list.Items.All(item => item.Kind == SchemaNodeKind.Text)
        && list.Items.DistinctBy(item => item.Text, StringComparer.Ordinal).Count() == list.Items.Count;
}
