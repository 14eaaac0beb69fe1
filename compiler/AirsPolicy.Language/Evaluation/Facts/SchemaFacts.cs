using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Schemas;

namespace AirsPolicy.Language.Evaluation.Facts;

/// <summary>
/// Holds the facts of a point to the JSON Schemas of their types, whole and as the facts were received. It asks the schema itself, also
/// where a reader takes the shape for it: that is what a reader is compared with.
/// </summary>
internal sealed class SchemaFacts(PointLayout layout)
{
    private readonly bool _hasSchemas = HasSchemas(layout.Facts) || layout.Tools.Any(tool => HasSchemas(tool.Facts));
    private readonly ConcurrentDictionary<SchemaConstraint, JsonSchema> _schemas = new();

    /// <summary>Null where every schema is kept to; else the first failure. The facts have been read, so they are JSON.</summary>
    public Failure? Check(string facts)
    {
        if (!_hasSchemas)
            return null;
        using var document = JsonDocument.Parse(facts);
        var root = document.RootElement;
        var tool = root.TryGetProperty("tool", out var name)
            ? layout.Tools.FirstOrDefault(candidate => candidate.WireName == name.GetString())
            : null;
        return Check(layout.Facts, root, "") ?? (tool is null ? null : Check(tool.Facts, root, ""));
    }

    private Failure? Check(Shape shape, JsonElement value, string pointer)
    {
        if (shape.Constraint is { } constraint)
        {
            var verdict = _schemas
                .GetOrAdd(constraint, static asked => asked.Compile().Schema!)
                .Validate(Encoding.UTF8.GetBytes(value.GetRawText()));
            if (verdict.Kind != SchemaVerdictKind.Fits)
                return new Failure(
                    verdict.Kind == SchemaVerdictKind.Misfit ? FailureKind.MisfitFact : FailureKind.OverLimit,
                    $"'{pointer}{verdict.ValuePath}' {verdict.Problem}.");
        }
        return shape switch
        {
            RecordShape record when value.ValueKind == JsonValueKind.Object => CheckMembers(record, value, pointer),
            ListShape list when value.ValueKind == JsonValueKind.Array => value
                .EnumerateArray()
                .Select((item, index) => Check(list.Element, item, pointer + JsonPointer.Segment(index)))
                .FirstOrDefault(failure => failure is not null),
            _ => null,
        };
    }

    // Null is absence, but within a schema, which has been asked about it.
    private Failure? CheckMembers(RecordShape record, JsonElement value, string pointer) =>
        record.Members
            .Where(member => value.TryGetProperty(member.WireName, out var held) && held.ValueKind != JsonValueKind.Null)
            .Select(member => Check(member.Shape, value.GetProperty(member.WireName), pointer + JsonPointer.Segment(member.WireName)))
            .FirstOrDefault(failure => failure is not null);

    private static bool HasSchemas(Shape shape) => shape.Constraint is not null || shape switch
    {
        RecordShape record => record.Members.Any(member => HasSchemas(member.Shape)),
        ListShape list => HasSchemas(list.Element),
        _ => false,
    };
}
