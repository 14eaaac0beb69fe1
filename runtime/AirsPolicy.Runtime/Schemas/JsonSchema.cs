using AirsPolicy.Runtime.Schemas.Evaluating;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas;

/// <summary>
/// A compiled schema of JSON Schema 2020-12, all of it. Immutable, for any number of threads.
/// </summary>
/// <remarks>
/// <para>Numbers are compared and divided exactly, whatever their size. Lengths count Unicode scalars. Patterns are those of ECMAScript as
/// far as they
/// can be matched in time linear in the text; a schema with another one is an error. Keywords that JSON Schema does not know say
/// nothing.</para>
/// <para>References lead to the schema itself, to the documents handed in, and to the meta-schemas of 2020-12. Nothing is fetched. A schema
/// whose references cannot all be followed is an error, as is one that would never come to an end; a circle that only a dynamic reference
/// closes ends the validation with <see cref="SchemaVerdictKind.OverLimit"/>.</para>
/// </remarks>
public sealed class JsonSchema
{
    /// <summary>
    /// The address of a schema without '$id'. Only references out of it can see it; documents beside it have addresses that begin so.
    /// </summary>
    internal const string NoAddress = "schema:/";

    private readonly SchemaNode _root;
    private readonly SchemaLimits _limits;

    private JsonSchema(SchemaNode root, SchemaCompiler compiler)
    {
        _root = root;
        _limits = compiler.Options.Limits;
        Compiler = compiler;
    }

    /// <summary>The schema as it is written.</summary>
    internal JsonValue Source => _root.Source;

    /// <summary>What compiled it: knows where references lead and which patterns there are.</summary>
    internal SchemaCompiler Compiler { get; }

    /// <summary>Compiles a schema.</summary>
    /// <param name="json">The schema, UTF-8 without a byte order mark.</param>
    /// <param name="documents">What its references may lead to, beside itself and the meta-schemas of 2020-12.</param>
    /// <param name="options">How to read it; null for the defaults.</param>
    public static SchemaCompilation Compile(
        ReadOnlySpan<byte> json,
        IReadOnlyCollection<SchemaDocument>? documents = null,
        SchemaOptions? options = null)
    {
        options ??= SchemaOptions.Default;
        var compiler = new SchemaCompiler(options);
        if (Read(json, "", options.Limits, compiler.Log) is { } root)
            compiler.Index.Add(NoAddress, "", root);
        else
            return new SchemaCompilation(null, compiler.Log.Error);
        foreach (var document in documents ?? [])
        {
            if (Read(document.Json.Span, document.Uri, options.Limits, compiler.Log) is { } other)
                compiler.Index.Add(document.Uri, document.Uri, other);
        }
        var node = compiler.Log.Error is null ? compiler.Compile(root) : null;
        return new SchemaCompilation(node is null ? null : new JsonSchema(node, compiler), compiler.Log.Error);
    }

    /// <summary>Validates a value. No value makes it throw.</summary>
    /// <param name="json">The value, UTF-8 without a byte order mark.</param>
    public SchemaVerdict Validate(ReadOnlySpan<byte> json)
    {
        if (json.Length > _limits.MaxValueBytes)
            return new SchemaVerdict(
                SchemaVerdictKind.OverLimit,
                "",
                "#",
                $"takes {json.Length} bytes, where at most {_limits.MaxValueBytes} fit");
        if (JsonParser.Parse(json, _limits.MaxDepth, out var value) is { } problem)
            return new SchemaVerdict(
                problem.IsLimit ? SchemaVerdictKind.OverLimit : SchemaVerdictKind.Unreadable,
                "",
                "#",
                $"cannot be read: {problem.Clause}");
        var run = new Evaluation(_limits);
        var fits = _root.Accepts(run, value!, null);
        if (run.Exhausted is { } limit)
            return new SchemaVerdict(SchemaVerdictKind.OverLimit, "", "#", limit);
        return fits ? SchemaVerdict.Fitting : run.Refusal!;
    }

    private static JsonValue? Read(ReadOnlySpan<byte> json, string name, SchemaLimits limits, SchemaLog log)
    {
        if (json.Length > limits.MaxDocumentBytes)
            return log.Report(
                SchemaErrorKind.OverLimit,
                name + "#",
                $"takes {json.Length} bytes, where at most {limits.MaxDocumentBytes} fit");
        if (JsonParser.Parse(json, limits.MaxDepth, out var value) is { } problem)
            return log.Report(
                problem.IsLimit ? SchemaErrorKind.OverLimit : SchemaErrorKind.Unreadable,
                name + "#",
                $"cannot be read: {problem.Clause}");
        return value!.Kind is JsonKind.Record or JsonKind.Boolean
            ? value
            : log.Report(SchemaErrorKind.Keyword, name + "#", "is no schema, where a record, true or false is one");
    }
}
