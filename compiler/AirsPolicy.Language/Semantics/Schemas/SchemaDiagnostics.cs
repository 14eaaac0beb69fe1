using AirsPolicy.Language.Diagnostics;

namespace AirsPolicy.Language.Semantics.Schemas;

/// <summary>
/// What keeps a JSON Schema from becoming a shape. The first argument of each is the place as a JSON pointer behind <c>#</c>.
/// </summary>
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
        "AIRS2931", DiagnosticSeverity.Error, "The schema uses a keyword that JSON Schema does not have",
        "'{1}' at '{0}' is no keyword of JSON Schema 2020-12; leave it out, correct it, or begin it with 'x-'.",
        """
        JSON Schema passes over keywords that it does not know, so that a misspelt one would let values through that it was meant to refuse. Here every
        keyword is one of JSON Schema 2020-12 or an error. Names that begin with `x-` are the author's own and say nothing here, but for `x-airs`.
        Keywords of earlier versions are among those that are not known: `dependencies` is now `dependentSchemas` and `dependentRequired`.
        """);

    public static readonly DiagnosticDescriptor KeywordOfOtherType = new(
        "AIRS2932", DiagnosticSeverity.Error, "The keyword says nothing about the type",
        "'{1}' at '{0}' says nothing about {2}; leave it out or change 'type'.",
        """
        A type of the language that `x-airs` names says by itself which values fit: `minLength` beside `"x-airs": "date"` would refuse nothing.
        Only a decimal can be bounded further.
        """);

    public static readonly DiagnosticDescriptor WrongValue = new(
        "AIRS2933", DiagnosticSeverity.Error, "The keyword's value does not fit it",
        "'{1}' at '{0}' needs {2}.",
        """
        Every keyword of JSON Schema has values of one kind: `required` a list of names, `minLength` a whole number that is not
        negative, `additionalProperties` true or false. The message says which is needed here.
        """);

    public static readonly DiagnosticDescriptor NoType = new(
        "AIRS2934", DiagnosticSeverity.Warning, "The schema says no type",
        "The schema at '{0}' says '{1}' but no 'type'; write \"type\": \"{2}\".",
        """
        Without `type` a schema with `properties` also lets every value through that is no object, since JSON Schema applies a keyword
        to values of its own type only. Values are held to the schema all the same, but expressions need to know what a value is: without
        `type` nothing in it can be read.
        """);

    public static readonly DiagnosticDescriptor Reference = new(
        "AIRS2935", DiagnosticSeverity.Error, "The reference leads nowhere",
        "'$ref' at '{0}' {1}.",
        """
        `$ref` names a part of the same file, mostly by a JSON pointer behind `#`: `"#/$defs/address"`. It can also name another file of the package, in the
        folder of this one or below (`"common.json#/$defs/address"`), an anchor, an `$id` of the file, or a meta-schema of JSON Schema 2020-12. Other addresses are
        not read: nothing is fetched, and what a policy means is decided by the files of its packages.
        """);

    public static readonly DiagnosticDescriptor NothingFits = new(
        "AIRS2936", DiagnosticSeverity.Error, "No value can fit the schema",
        "No value fits the schema at '{0}': {1}.",
        """
        The keywords contradict each other, so that every value would be refused and the decision point would always
        fail.
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
        look-around and no back-references.
        """);

    public static readonly DiagnosticDescriptor Unusable = new(
        "AIRS2939", DiagnosticSeverity.Error, "The schema cannot be used",
        "The schema at '{0}' cannot be used: {1}",
        """
        The schema is read, but no value can be held to it: a keyword has a value of the wrong kind, two parts have the same address or anchor, the
        meta-schema is not known or requires a vocabulary that is not, or its references lead back to where they began without going deeper into the value,
        so that validating would never end. The message says which, and where.
        """);
}
