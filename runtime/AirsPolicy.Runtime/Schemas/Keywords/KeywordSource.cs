using AirsPolicy.Runtime.Schemas.Evaluating;
using AirsPolicy.Runtime.Schemas.References;
using AirsPolicy.Runtime.Schemas.Values;
using AirsPolicy.Text.Patterns;

namespace AirsPolicy.Runtime.Schemas.Keywords;

/// <summary>
/// A keyword as it is written, with what is needed to make it ready. What does not fit it is logged and gives a harmless value.
/// </summary>
internal sealed class KeywordSource(SchemaCompiler compiler, SchemaNode schema, string name, JsonValue value)
{
    public string Name { get; } = name;

    public JsonValue Value { get; } = value;

    public SchemaNode Schema { get; } = schema;

    public Vocabulary Vocabularies { get; } = compiler.Dialects.Of(schema.Place.Resource);

    public string Place { get; } = schema.Place.Of(name);

    public string Text => Value.Kind == JsonKind.Text ? Value.Text : Needs("a text", "");

    public bool Flag => Value.Kind == JsonKind.Boolean ? Value.IsTrue : Needs("true or false", false);

    public JsonNumber Number => Value.Kind == JsonKind.Number ? Value.Number : Needs("a number", default(JsonNumber));

    /// <summary>A number of things; what is more than any value can have is the greatest int.</summary>
    public int Count => CountOf(Value) ?? Needs("a whole number that is not negative", 0);

    public IReadOnlyList<JsonValue> List => Value.Kind == JsonKind.List ? Value.Items : Needs("a list", Array.Empty<JsonValue>());

    public IReadOnlyList<string> Names => NamesOf(Value);

    /// <summary>The one schema that the keyword holds.</summary>
    public SchemaNode Single => Node(Value);

    /// <summary>The schemas of the list that the keyword holds, at least one.</summary>
    public SchemaNode[] Schemas => Value is { Kind: JsonKind.List, Items.Length: > 0 }
        ? [.. Value.Items.Select(Node)]
        : Needs("a list of schemas, at least one", Array.Empty<SchemaNode>());

    /// <summary>The members of the record that the keyword holds.</summary>
    public IEnumerable<(string Name, JsonValue Value)> Members => Value.Kind == JsonKind.Record
        ? Value.Names.Zip(Value.Items)
        : Needs("a record", Array.Empty<(string, JsonValue)>());

    /// <summary>Another keyword of the same schema, or null.</summary>
    public KeywordSource? Sibling(string name) =>
        Schema.Source[name] is { } value ? new KeywordSource(compiler, Schema, name, value) : null;

    public SchemaNode Node(JsonValue schema) =>
        schema.Kind is JsonKind.Record or JsonKind.Boolean ? compiler.Node(schema) : Needs("a schema: a record, true or false", Schema);

    /// <summary>The schema that the keyword refers to; the schema itself where it leads nowhere.</summary>
    public SchemaNode Target() => compiler.Index.Resolve(Schema.Place, Name, Text) is { } target ? compiler.Node(target) : Schema;

    /// <summary>A list of names, each once.</summary>
    public IReadOnlyList<string> NamesOf(JsonValue value) =>
        value.Kind == JsonKind.List
        && value.Items.All(item => item.Kind == JsonKind.Text)
        && value.Items.Distinct().Count() == value.Items.Length
            ? [.. value.Items.Select(item => item.Text)]
            : Needs("a list of names, each once", Array.Empty<string>());

    /// <summary>A pattern of ECMAScript.</summary>
    public Pattern? Pattern(string text)
    {
        var pattern = compiler.Patterns.Of(text, out var problem);
        if (pattern is null)
            compiler.Log.Report(SchemaErrorKind.Pattern, Place, problem!);
        return pattern;
    }

    /// <summary>The value does not fit the keyword.</summary>
    /// <param name="what">What the keyword needs, as a noun phrase.</param>
    /// <param name="fallback">What to go on with; the schema is not used any more.</param>
    public T Needs<T>(string what, T fallback)
    {
        compiler.Log.Report(SchemaErrorKind.Keyword, Place, "needs " + what);
        return fallback;
    }

    private static int? CountOf(JsonValue value)
    {
        if (value.Kind != JsonKind.Number || !value.Number.IsInteger || value.Number.Coefficient.Sign < 0)
            return null;
        return value.Number.Exponent > 9 || value.Number.Coefficient > int.MaxValue
            ? int.MaxValue
            : (int)
                System.Numerics.BigInteger.Min(
                    int.MaxValue,
                    value.Number.Coefficient * System.Numerics.BigInteger.Pow(10, value.Number.Exponent));
    }
}
