using System.Text;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Schemas;

namespace AirsPolicy.Runtime.Facts.Shapes;

/// <summary>A JSON Schema that a value has to fit.</summary>
/// <param name="Schema">The schema, as JSON text. It can be compiled; the compiler has checked those it lets through.</param>
/// <param name="Documents">What its references may lead to, beside itself and the meta-schemas.</param>
/// <param name="Carried">
/// The shape beside it refuses whatever the schema refuses, so that a reader need not ask the schema. It may refuse more: an int has 64
/// bits, a decimal 28 digits, a list 1,000 items.
/// </param>
/// <param name="AssertFormats"><c>format</c> refuses texts that are not of the format.</param>
public sealed record SchemaConstraint(string Schema, ValueList<SchemaText> Documents, bool Carried, bool AssertFormats)
{
    /// <summary>
    /// The keyword by which a schema names a type of the language; the shape alone says which values of such a schema fit.
    /// </summary>
    public const string TypeKeyword = "x-airs";

    /// <summary>Compiles the schema.</summary>
    public SchemaCompilation Compile() => JsonSchema.Compile(
        Encoding.UTF8.GetBytes(Schema),
        [.. Documents.Select(document => new SchemaDocument(document.Uri, Encoding.UTF8.GetBytes(document.Schema)))],
        new SchemaOptions { AssertFormats = AssertFormats, LeftTo = TypeKeyword });
}

/// <summary>A document that references of a schema may lead to.</summary>
/// <param name="Uri">Its absolute address.</param>
/// <param name="Schema">The document, as JSON text.</param>
public sealed record SchemaText(string Uri, string Schema);
