using System.Globalization;
using System.Text;

namespace AirsPolicy.Text.Patterns.Parsing;

/// <summary>Writes a node with the groups that its place needs, and no others.</summary>
internal sealed class TreeWriter
{
    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString();

    public void WriteAlternation(PatternNode node)
    {
        if (node is not PatternAlternation { Alternatives: var alternatives })
        {
            WriteSequence(node);
            return;
        }

        for (var index = 0; index < alternatives.Count; index++)
        {
            if (index > 0) _text.Append('|');
            WriteSequence(alternatives[index]);
        }
    }

    private void WriteSequence(PatternNode node)
    {
        switch (node)
        {
            case PatternEmpty:
                break;
            case PatternSequence sequence:
                foreach (var item in sequence.Items) WriteItem(item);
                break;
            default:
                WriteItem(node);
                break;
        }
    }

    private void WriteItem(PatternNode node)
    {
        switch (node)
        {
            case PatternRepeat repeat:
                WriteBody(repeat.Body);
                WriteQuantifier(repeat.Min, repeat.Max);
                break;
            case PatternAnchor anchor:
                _text.Append(anchor.Kind switch
                {
                    PatternAnchorKind.TextStart => "^",
                    PatternAnchorKind.TextEnd => "$",
                    PatternAnchorKind.WordEdge or PatternAnchorKind.AsciiWordEdge => "\\b",
                    _ => "\\B",
                });
                break;
            default:
                WriteBody(node);
                break;
        }
    }

    // What a repetition may follow directly; all else gets a group.
    private void WriteBody(PatternNode node)
    {
        switch (node)
        {
            case PatternCharacter character:
                CharacterWriter.WriteOutsideClass(_text, character.CodePoint);
                break;
            case PatternAny:
                _text.Append('.');
                break;
            case PatternClass { Negated: false, Items: [not PatternClassRange and var escape] }:
                ClassWriter.WriteItem(_text, escape);
                break;
            case PatternClass one:
                ClassWriter.Write(_text, one);
                break;
            case PatternCaseless caseless:
                WriteGroup("(?i:", caseless.Body);
                break;
            default:
                WriteGroup("(?:", node);
                break;
        }
    }

    private void WriteGroup(string opening, PatternNode body)
    {
        _text.Append(opening);
        WriteAlternation(body);
        _text.Append(')');
    }

    private void WriteQuantifier(int min, int? max) => _ = (min, max) switch
    {
        (0, null) => _text.Append('*'),
        (1, null) => _text.Append('+'),
        (0, 1) => _text.Append('?'),
        (_, null) => _text.Append(CultureInfo.InvariantCulture, $"{{{min},}}"),
        _ when min == max => _text.Append(CultureInfo.InvariantCulture, $"{{{min}}}"),
        _ => _text.Append(CultureInfo.InvariantCulture, $"{{{min},{max}}}"),
    };
}
