using AirsPolicy.Collections;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Schemas;

/// <summary>Where reading a schema for the language is stricter than JSON Schema itself asks.</summary>
/// <param name="AssertFormats"><c>format</c> refuses texts that are not of the format.</param>
/// <param name="RefuseSlips">
/// What JSON Schema allows and nobody means is a mistake: a keyword that it does not have, a schema that refuses every value.
/// </param>
/// <param name="Documents">What references may lead to, beside the schema itself and the meta-schemas.</param>
internal sealed record SchemaReadingOptions(bool AssertFormats, bool RefuseSlips, ValueList<SchemaText> Documents)
{
    /// <summary>As policies have it.</summary>
    public static readonly SchemaReadingOptions Language = new(true, true, []);
}
