using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.LanguageServer.Features.Completion;

/// <summary>Makes entries of what the tables hold.</summary>
internal static class CompletionEntries
{
    public static CompletionEntry Of(ScopeName name) =>
        new(name.Name, name.Kind, name.Shape is null ? null : TypeOf(name.Shape), name.Summary);

    public static IEnumerable<CompletionEntry> Of(IEnumerable<ScopeName> names) => names.Select(Of);

    /// <summary>A word of the language with its documentation and, inside <paramref name="declaration"/>, its snippet.</summary>
    public static CompletionEntry Of(Keyword word, Keyword declaration = Keyword.None) =>
        Word(KeywordTable.SpellingOf(word), declaration);

    public static IEnumerable<CompletionEntry> Words(params ReadOnlySpan<string> words) => words.ToArray().Select(word => Word(word));

    public static CompletionEntry Word(string word, Keyword declaration = Keyword.None) =>
        new(word, SymbolKind.Keyword, Summary: WordDocs.Find(word, declaration), Snippet: Snippets.Find(word, declaration));

    public static IEnumerable<CompletionEntry> Points =>
        DecisionPoints.All.Select(point => new CompletionEntry(point.Name, SymbolKind.Point, Summary: point.When));

    /// <summary>The type as the language writes it.</summary>
    public static string TypeOf(Shape shape, bool optional = false) => ShapeText.Of(shape) + (optional ? "?" : "");
}
