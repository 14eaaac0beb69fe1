using System.Text;

namespace AirsPolicy.Text.Patterns.Parsing;

/// <summary>Writes classes and their items.</summary>
internal static class ClassWriter
{
    public static void Write(StringBuilder text, PatternClass node)
    {
        text.Append(node.Negated ? "[^" : "[");
        foreach (var item in node.Items) WriteItem(text, item);
        text.Append(']');
    }

    public static void WriteItem(StringBuilder text, PatternClassItem item)
    {
        switch (item)
        {
            case PatternClassRange range:
                CharacterWriter.WriteInClass(text, range.First);
                if (range.Last == range.First) break;
                text.Append('-');
                CharacterWriter.WriteInClass(text, range.Last);
                break;
            case PatternClassEscape escape:
                text.Append('\\').Append(Letter(escape.Kind, escape.Negated));
                break;
            case PatternClassCategory category:
                text.Append(category.Negated ? "\\P{" : "\\p{").Append(category.Name).Append('}');
                break;
        }
    }

    private static char Letter(PatternClassKind kind, bool negated) => kind switch
    {
        PatternClassKind.Digit or PatternClassKind.AsciiDigit => negated ? 'D' : 'd',
        PatternClassKind.Word or PatternClassKind.AsciiWord => negated ? 'W' : 'w',
        _ => negated ? 'S' : 's',
    };
}
