using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Analysis.Declarations;

/// <summary>A fix that removes a declaration with its documentation, and the lines that it leaves empty.</summary>
internal static class Removal
{
    public static DiagnosticFix Of(SyntaxNode declaration, SyntaxToken name)
    {
        var span = new TextSpan(StartOf(declaration), declaration.Span.End);
        return new DiagnosticFix($"Remove '{name.Text}'", [new TextEdit(WholeLines(name.Source, span), "")]);
    }

    // Documentation that stayed would become that of the next declaration.
    private static int StartOf(SyntaxNode declaration)
    {
        var start = declaration.Span.Start;
        if (declaration is not DeclarationSyntax { Keyword: var keyword })
            return start;
        foreach (var trivia in keyword.LeadingTrivia.Reverse())
        {
            if (trivia.Kind == TriviaKind.Documentation)
                start = trivia.Span.Start;
            else if (trivia.Kind == TriviaKind.Comment)
                break;
        }
        return start;
    }

    private static TextSpan WholeLines(SourceText source, TextSpan span)
    {
        var start = source.StartOf(source.LineOf(span.Start));
        var last = source.LineOf(span.End);
        var end = last + 1 < source.LineCount ? source.StartOf(last + 1) : source.Length;
        var isAlone =
            source.Content.AsSpan(start, span.Start - start).IsWhiteSpace()
            && source.Content.AsSpan(span.End, end - span.End).IsWhiteSpace();
        return isAlone ? new TextSpan(start, end) : span;
    }
}
