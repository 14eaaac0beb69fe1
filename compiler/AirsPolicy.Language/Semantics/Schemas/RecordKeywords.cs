using AirsPolicy.Runtime.Collections;
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
        var open = schema["additionalProperties"];
        fits &= Expect(open is null or { Kind: SchemaNodeKind.True or SchemaNodeKind.False }, open, "true or false");
        var required = schema["required"];
        fits &= Expect(required is null || IsNames(required), required, "a list of names, each once");
        if (!fits)
            return null;

        var needed = required?.Items.Select(name => name.Text).ToHashSet(StringComparer.Ordinal) ?? [];
        var members = new List<ShapeMember>();
        foreach (var property in properties?.Items ?? [])
        {
            var shape = shapes.Read(property, out var nullable);
            var asked = needed.Remove(property.Key);
            if (shape is null)
                fits = false;
            else
                members.Add(new ShapeMember(property.Key, property.Key, shape, Optional: !asked || nullable));
        }

        foreach (var name in needed.Order(StringComparer.Ordinal))
        {
            if (open?.Kind == SchemaNodeKind.False)
                fits &= Report($"'{name}' is required, but 'additionalProperties' is false and 'properties' lacks it");
            else
                members.Add(new ShapeMember(name, name, AnyShape.Instance));
        }

        return fits ? new RecordShape(members.ToValueList(), Open: open?.Kind != SchemaNodeKind.False) : null;

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
