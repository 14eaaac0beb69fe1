using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text.Patterns;

namespace AirsPolicy.Language.Semantics.Schemas;

/// <summary>The length and the pattern of texts.</summary>
internal static class TextKeywords
{
    public static Shape? Read(SchemaNode schema, SchemaShapes shapes)
    {
        var log = shapes.Log;
        var fits = CountKeywords.Read(schema, "minLength", "maxLength", log, out var minimum, out var maximum);
        var pattern = schema["pattern"];
        if (pattern is { Kind: not SchemaNodeKind.Text })
        {
            log.Report(SchemaDiagnostics.WrongValue, pattern, schema, "pattern", "a text that holds a pattern");
            fits = false;
        }
        else if (pattern is not null && PatternParser.Parse(pattern.Text, PatternOptions.EcmaScript).Tree is null)
        {
            // The schema knows all of ECMAScript that can be matched, and says what is wrong with the rest.
            shapes.LeaveToSchema();
            pattern = null;
        }

        return fits ? new TextShape(minimum ?? 0, maximum, pattern?.Text) : null;
    }
}
