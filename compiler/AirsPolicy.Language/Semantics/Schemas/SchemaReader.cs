using System.Text;
using AirsPolicy.Collections;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Schemas;

namespace AirsPolicy.Language.Semantics.Schemas;

/// <summary>Reads JSON Schema 2020-12: what expressions can read of a value, and the schema that the value has to fit.</summary>
/// <remarks>
/// <c>number</c> is a decimal, <c>integer</c> an int. A member keeps its name on the wire as its name in the language; one that is no
/// name there is read as <c>args["order-id"]</c>. An object without <c>additionalProperties</c> is open, as the standard says. A
/// value that a reference leads back to goes whole. References lead to the file itself, to files of its folder or below, and to the
/// meta-schemas.
/// </remarks>
internal static class SchemaReader
{
    /// <summary>Reads a schema. Any text gives an answer, in time bounded by its length.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="path">The path that diagnostics show.</param>
    public static SchemaReading Read(string json, string path) => Read(json, path, SchemaReadingOptions.Language);

    /// <summary>Reads a schema of a package, whose references may lead to other files of it.</summary>
    /// <param name="path">The path from the package's folder.</param>
    internal static SchemaReading Read(string json, string path, SchemaFileReader files) =>
        Read(json, path, SchemaReadingOptions.Language, files);

    /// <summary>Reads a schema, as strictly as is asked.</summary>
    internal static SchemaReading Read(string json, string path, SchemaReadingOptions options, SchemaFileReader? read = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        var bytes = Encoding.UTF8.GetBytes(json);
        var (log, source) = (new SchemaLog(), SourceText.From(json, path));
        if (SchemaJson.Parse(bytes, out var problem, out var at) is not { } root)
        {
            log.ReportNotJson(source, bytes, at, problem!);
            return new SchemaReading(null, false, log.ToDiagnostics());
        }

        log.Add(root, source, bytes);
        var files = new SchemaFiles(root, path, read, log);
        var shapes = new SchemaShapes(root, files, options, log);
        var shape = shapes.ReadRoot(out var nullable);
        var constraint = new SchemaConstraint(
            json,
            options.Documents.Concat(files.Documents).ToValueList(),
            shapes.IsCarried,
            options.AssertFormats);
        if (!log.HasErrors && constraint.Compile().Error is { } error)
            Report(error, files, log);
        return new SchemaReading(log.HasErrors ? null : shape! with { Constraint = constraint }, nullable, log.ToDiagnostics());
    }

    private static void Report(SchemaError error, SchemaFiles files, SchemaLog log)
    {
        // The place is that of a keyword, or of the schema itself, in one of the files.
        var root = files.RootOf(error.Place);
        var node = SchemaPointer.Find(root, error.Place[(error.Place.IndexOf('#', StringComparison.Ordinal) + 1)..]) ?? root;
        var descriptor = error.Kind switch
        {
            SchemaErrorKind.Pattern => SchemaDiagnostics.Pattern,
            SchemaErrorKind.Reference => SchemaDiagnostics.Reference,
            _ => SchemaDiagnostics.Unusable,
        };
        log.Report(
            descriptor,
            node,
            node.Parent ?? node,
            error.Kind is SchemaErrorKind.Pattern or SchemaErrorKind.Reference ? error.Problem : error.Detail);
    }
}
