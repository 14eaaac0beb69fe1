using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Schemas;
using AirsPolicy.Runtime.Schemas.References;
using AirsPolicy.Runtime.Schemas.Values;
using AirsPolicy.Text.Patterns.Matching;

namespace AirsPolicy.Runtime.Facts.Checks.Compiling;

/// <summary>
/// Turns a JSON Schema into checks that are asked while a value is read. What the shape of the value refuses by itself is left out.
/// </summary>
/// <remarks>
/// Not everything can be asked so. <see cref="Obstacle"/> says what of a schema cannot; that schema is then asked about the text of the
/// value once it has been read (<see cref="JsonSchema.Validate"/>).
/// </remarks>
internal sealed class CheckCompiler(JsonSchema schema)
{
    private const int MaxChecks = 4_096;

    private readonly Dictionary<string, ValueCheck> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<JsonValue, int> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, PatternTest> _patterns = new(StringComparer.Ordinal);
    private readonly Queue<(ValueCheck Check, SchemaParts Parts)> _pending = new();
    private int _made;

    /// <summary>What of the schema cannot be asked while a value is read, or null.</summary>
    public string? Obstacle { get; private set; }

    /// <summary>Working memory for what can be told beforehand.</summary>
    public CheckScratch Scratch { get; } = new();

    /// <summary><c>format</c> refuses texts.</summary>
    public bool AssertFormats => schema.Compiler.Options.AssertFormats;

    /// <summary>The check of a schema; null where there is an obstacle.</summary>
    /// <param name="shape">The shape of the value, which has taken it before the check counts.</param>
    /// <param name="obstacle">What cannot be asked while a value is read.</param>
    public static ValueCheck? Compile(JsonSchema schema, CompiledShape shape, out string? obstacle)
    {
        var compiler = new CheckCompiler(schema);
        var check = compiler.Of([schema.Source], shape, mayBeNull: true, keep: true);
        while (compiler.Obstacle is null && compiler._pending.TryDequeue(out var pending))
            pending.Check.Complete(
                new RecordChecks(compiler, pending.Parts, null).Make(),
                new ListChecks(compiler, pending.Parts, null).Make());
        obstacle = compiler.Obstacle;
        return obstacle is null ? check : null;
    }

    /// <summary>Notes what cannot be asked. Gives 0, so that a reader can return it.</summary>
    public ulong Give(string obstacle)
    {
        Obstacle ??= obstacle;
        return 0;
    }

    public SchemaPart PartOf(JsonValue source, int index)
    {
        var part = new SchemaPart(source, index, schema.Compiler.Options.LeftTo is { } mark && source[mark] is not null);
        if (source.Kind != JsonKind.Record)
            return part;
        if (part["$dynamicRef"] is not null)
            Give("'$dynamicRef', whose schema depends on the schemas around it");
        else if (part.AsksForTheWhole)
            Give("'unevaluatedProperties' or 'unevaluatedItems' beside other schemas, which ask what those have accepted");
        else if ((schema.Compiler.Dialects.Of(PlaceOf(source).Resource) | Vocabulary.FormatAssertion)
            != (Vocabulary.Standard | Vocabulary.FormatAssertion))
            Give("'$vocabulary', which says what the keywords mean");
        return part;
    }

    /// <summary>Whether <c>format</c> refuses texts where a schema stands.</summary>
    public bool AssertsFormats(JsonValue source) =>
        AssertFormats || schema.Compiler.Dialects.Of(PlaceOf(source).Resource).HasFlag(Vocabulary.FormatAssertion);

    /// <summary>The schema that a reference leads to.</summary>
    public JsonValue Target(SchemaPart part, string reference)
    {
        if (schema.Compiler.Index.Resolve(PlaceOf(part.Source), "$ref", reference) is { } target)
            return target;
        Give("a reference that leads nowhere");
        return part.Source;
    }

    public bool SaysNothing(JsonValue source) => CheckKeywords.SaysNothing(source, schema.Compiler.Options.LeftTo);

    public PatternTest Pattern(string text)
    {
        if (!_patterns.TryGetValue(text, out var pattern))
            _patterns.Add(text, pattern = new PatternTest(schema.Compiler.Patterns.Of(text, out _)!));
        return pattern;
    }

    /// <summary>What is asked where all of some schemas are; null where the shape alone sees to it that they accept.</summary>
    /// <param name="asked">The schemas, by <see cref="NumberOf"/>, each once.</param>
    /// <param name="shape">The shape that takes the value too, or null.</param>
    /// <param name="mayBeNull">Null is taken beside what fits the shape.</param>
    /// <param name="keep">What accepts everything is wanted too.</param>
    public ValueCheck? Of(IReadOnlyList<JsonValue> asked, CompiledShape? shape, bool mayBeNull, bool keep = false)
    {
        var known = new KnownShape(shape, mayBeNull);
        var key = known.IsKnown ? null : string.Join(',', asked.Select(NumberOf));
        if (key is not null && _known.TryGetValue(key, out var check))
            return check;
        if (++_made > MaxChecks)
            Give($"more than {MaxChecks} places at which different schemas are asked");
        var parts = new SchemaParts(this, asked);
        var draft = new ScalarTests(this, parts, known);
        check = draft.Make();
        if (key is not null)
        {
            _known.Add(key, check);
            _pending.Enqueue((check, parts));
            return check;
        }
        if (Obstacle is not null)
            return check;
        check.Complete(
            known.Kind == ShapeKind.Record ? new RecordChecks(this, parts, shape).Make() : null,
            known.Kind == ShapeKind.List ? new ListChecks(this, parts, shape).Make() : null);
        return keep || known.MayRefuse(check, Scratch) ? check : null;
    }

    /// <summary>A number that every schema has to itself.</summary>
    public int NumberOf(JsonValue source)
    {
        if (!_numbers.TryGetValue(source, out var number))
            _numbers.Add(source, number = _numbers.Count);
        return number;
    }

    private SchemaPlace PlaceOf(JsonValue source) => schema.Compiler.Index.PlaceOf(source);
}
