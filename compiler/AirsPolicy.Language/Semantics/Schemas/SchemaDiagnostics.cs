using AirsPolicy.Language.Diagnostics;

namespace AirsPolicy.Language.Semantics.Schemas;

/// <summary>What keeps a JSON Schema from becoming a shape. The first argument of each is the place as a JSON pointer behind <c>#</c>.</summary>
internal static class SchemaDiagnostics
{
    public static readonly DiagnosticDescriptor NotJson = new(
        "AIRS2930", DiagnosticSeverity.Error, "The schema is not JSON",
        "The schema is not JSON: {1}.",
        """
        `schema "file.json"` names a file with one JSON Schema of the version 2020-12. The file is plain JSON (RFC 8259): no comments,
        no trailing commas, each key of an object once, at most 1 MiB, nested at most 64 deep.
        """);

    public static readonly DiagnosticDescriptor UnknownKeyword = new(
        "AIRS2931", DiagnosticSeverity.Error, "The schema uses a keyword that is not read",
        "'{1}' at '{0}' is not a keyword that is read; leave it out or say it with another.",
        """
        A keyword that was passed over would let values through that the schema refuses, so every keyword is either carried out or an
        error. These are read: `type`, `enum`, `const`, `properties`, `required`, `additionalProperties` (true or false), `items`,
        `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum`, `minLength`, `maxLength`, `minItems`, `maxItems`, `pattern`,
        `$ref` inside the file, `$defs`, `$schema`, `$id`, `title`, `description` and `x-airs`.
        """);

    public static readonly DiagnosticDescriptor KeywordOfOtherType = new(
        "AIRS2932", DiagnosticSeverity.Error, "The keyword says nothing about the type",
        "'{1}' at '{0}' says nothing about {2}; leave it out or change 'type'.",
        """
        JSON Schema passes over keywords of other types: `minLength` beside `"type": "integer"` refuses nothing. That is nearly always
        a slip, so it is an error here.
        """);

    public static readonly DiagnosticDescriptor WrongValue = new(
        "AIRS2933", DiagnosticSeverity.Error, "The keyword's value does not fit it",
        "'{1}' at '{0}' needs {2}.",
        """
        Every keyword of JSON Schema has values of one kind: `required` a list of names, `minLength` a whole number that is not
        negative, `additionalProperties` true or false. The message says which is needed here.
        """);

    public static readonly DiagnosticDescriptor NoType = new(
        "AIRS2934", DiagnosticSeverity.Error, "The schema says no type",
        "The schema at '{0}' says '{1}' but no 'type'; write \"type\": \"{2}\".",
        """
        Without `type` a schema with `properties` also lets every value through that is no object, since JSON Schema applies a keyword
        to values of its own type only. Expressions need to know what a value is, so `type` stands beside it.
        """);

    public static readonly DiagnosticDescriptor Reference = new(
        "AIRS2935", DiagnosticSeverity.Error, "The reference leads nowhere",
        "'$ref' at '{0}' {1}.",
        """
        `$ref` names a part of the same file by a JSON pointer behind `#`: `"#/$defs/address"`. Other files and addresses are not read:
        what a policy means is decided by the files of its package alone. A schema that contains itself has no bound on its depth and
        cannot be laid out in a frame of facts, so a reference never leads back to a schema that it stands in.
        """);

    public static readonly DiagnosticDescriptor NothingFits = new(
        "AIRS2936", DiagnosticSeverity.Error, "No value can fit the schema",
        "No value fits the schema at '{0}': {1}.",
        """
        The keywords contradict each other, so that every value would be refused and the decision point would always fail by its
        posture.
        """);

    public static readonly DiagnosticDescriptor TooLarge = new(
        "AIRS2937", DiagnosticSeverity.Error, "The schema is too large",
        "The schema holds more than {1} once its references are followed; describe less.",
        """
        Each member of a schema takes a place in the frame of facts, and a part that is referred to twice takes it twice. Describe
        only the members that rules read: what stands behind `additionalProperties` true is passed over.
        """);

    public static readonly DiagnosticDescriptor Pattern = new(
        "AIRS2938", DiagnosticSeverity.Error, "The schema's pattern is not read",
        "The 'pattern' at '{0}' is not one that is read: {1}",
        """
        The patterns of JSON Schema are those of ECMAScript. Read is the part of them that is matched in time linear in the text: no
        look-around, no back-references, no lazy repetition. It is the same part that `/pattern/` has in the language.
        """);
}
