using System.Collections.Immutable;
using AirsPolicy.Language.Formatting;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.LanguageServer.Features;

/// <summary>The layout of a whole document.</summary>
internal static class FormattingFeature
{
    /// <summary>The edits that lay the document out, ordered and not overlapping.</summary>
    public static ImmutableArray<TextEdit> Of(SyntaxTree tree) =>
        [.. Formatter.Edits(tree).Select(edit => Widened(tree.Source.Content, edit))];

    // The protocol has no place between the two halves of a line break, so an edit takes in all of one or nothing.
    private static TextEdit Widened(string text, TextEdit edit)
    {
        var (span, inserted) = edit;
        if (IsInsideBreak(text, span.Start))
            (span, inserted) = (new TextSpan(span.Start - 1, span.End), "\r" + inserted);
        if (IsInsideBreak(text, span.End))
            (span, inserted) = (new TextSpan(span.Start, span.End + 1), inserted + "\n");
        return new TextEdit(span, inserted);
    }

    private static bool IsInsideBreak(string text, int at) => at > 0 && at < text.Length && text[at - 1] == '\r' && text[at] == '\n';
}
