using System.Buffers;
using System.Globalization;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Language.Syntax;

/// <summary>Finds characters in texts and patterns that make them read as something else than they are.</summary>
internal static class TextCharacters
{
    // Embeddings, overrides and isolates.
    private static readonly SearchValues<char> s_reordering = SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>Reports direction controls, and letters that hide among those of another script.</summary>
    public static void Check(SourceText source, TextSpan span, bool canEscape, SyntaxReporter reporter)
    {
        var text = source.Content;
        var place = source.Slice(span).IndexOfAnyExceptInRange('\0', '\x7F');
        if (place < 0)
            return;
        for (var i = span.Start + place; i < span.End; i += CharacterClass.WidthAt(text, i))
        {
            var codePoint = CharacterClass.CodePointAt(text, i);
            if (codePoint < 0x80)
                continue;
            var here = new TextSpan(i, i + CharacterClass.WidthAt(text, i));
            if (CharacterTables.IsBidirectionalControl(codePoint))
                Report(LexicalDiagnostics.BidirectionalControl);
            else if (LooksLatin(codePoint) && TouchesLatin(text, here))
                Report(LexicalDiagnostics.MixedScript);

            void Report(DiagnosticDescriptor descriptor)
            {
                var escape = $"\\u{{{codePoint.ToString("X4", CultureInfo.InvariantCulture)}}}";
                var fix = canEscape
                    ? new DiagnosticFix($"Write it as '{escape}'", [new TextEdit(here, escape)])
                    : new DiagnosticFix("Remove it", [new TextEdit(here, "")]);
                reporter.Report(descriptor, here, fix, CharacterClass.Describe(codePoint));
            }
        }
    }

    /// <summary>
    /// Reports the controls in a comment that reorder what stands around it; marks, which words of such scripts need, stay.
    /// </summary>
    public static void CheckComment(SourceText source, TextSpan span, SyntaxReporter reporter)
    {
        var from = span.Start;
        while (source.Slice(new TextSpan(from, span.End)).IndexOfAny(s_reordering) is >= 0 and var next)
        {
            var here = new TextSpan(from + next, from + next + 1);
            reporter.Report(
                LexicalDiagnostics.BidirectionalControl,
                here,
                new DiagnosticFix("Remove it", [new TextEdit(here, "")]),
                CharacterClass.Describe(source.Content[here.Start]));
            from = here.End;
        }
    }

    // The scripts whose letters pass for Latin ones; words of Chinese beside Latin hide nothing.
    private static bool LooksLatin(int codePoint) =>
        CharacterTables.ScriptOf(codePoint) is "Cyrillic" or "Greek" or "Armenian" or "Cherokee";

    private static bool TouchesLatin(string text, TextSpan letter) =>
        (letter.Start > 0 && CharacterClass.IsLetter(text[letter.Start - 1]))
        || (letter.End < text.Length && CharacterClass.IsLetter(text[letter.End]));
}
