using System.Text;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Semantics.Schemas;

/// <summary>Reads the part of JSON Schema 2020-12 that the language carries out; anything else is an error.</summary>
/// <remarks>
/// <c>number</c> is a decimal, <c>integer</c> an int. A member keeps its name on the wire as its name in the language; one that is no
/// name there is read as <c>args["order-id"]</c>. An object without <c>additionalProperties</c> is open, as the standard says. A
/// reference that leads back to a schema it stands in is an error.
/// </remarks>
public static class SchemaReader
{
    /// <summary>Reads a schema. Any text gives an answer, in time bounded by its length.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="path">The path that diagnostics show.</param>
    public static SchemaReading Read(string json, string path)
    {
        ArgumentNullException.ThrowIfNull(json);
        var bytes = Encoding.UTF8.GetBytes(json);
        var log = new SchemaLog(SourceText.From(json, path), bytes);
        if (SchemaJson.Parse(bytes, out var problem, out var at) is not { } root)
        {
            log.ReportNotJson(at, problem!);
            return new SchemaReading(null, false, log.ToDiagnostics());
        }

        var shapes = new SchemaShapes(root, log);
        var shape = shapes.Read(root, out var nullable);
        shapes.ReadDefinitions();
        return new SchemaReading(log.HasErrors ? null : shape, nullable, log.ToDiagnostics());
    }
}
