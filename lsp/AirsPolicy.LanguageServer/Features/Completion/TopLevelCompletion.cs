using AirsPolicy.Language.Syntax;

namespace AirsPolicy.LanguageServer.Features.Completion;

/// <summary>What can stand outside of all brackets: header, directives, declarations and the heads of those.</summary>
internal static class TopLevelCompletion
{
    private static readonly CompletionEntry[] s_headers =
    [
        CompletionEntries.Word("policy") with { Snippet = "policy ${1:name} version \"${2:0.1.0}\"\n" },
        CompletionEntries.Word("library") with { Snippet = "library ${1:name} version \"${2:0.1.0}\"\n" },
    ];

    private static readonly CompletionEntry[] s_declarations =
        [.. KeywordTable.All.Where(KeywordTable.IsDeclaration).Select(word => CompletionEntries.Of(word, Snippets.TopLevel))];

    private static readonly CompletionEntry[] s_directives =
        [.. KeywordTable.All.Where(KeywordTable.IsDirective).Reverse().Select(word => CompletionEntries.Of(word))];

    public static IEnumerable<CompletionEntry> At(CompletionRequest request)
    {
        if (request.Context.Previous is not { } previous)
            return s_headers;
        if (IsOpening(request, previous))
            return WordCompletion.After(request, previous.Text) ?? [];
        if (previous.Is(","))
            return WordCompletion.AfterComma(request) ?? [];
        return request.Declaration switch
        {
            Keyword.Policy or Keyword.Library => CompletionEntries.Words("version").Concat(s_directives).Concat(s_declarations),
            Keyword.Use or Keyword.Extends => s_directives.Concat(s_declarations),
            Keyword.Fact => Typed(request, previous, ["at", "from", "within", "on"]),
            Keyword.Data => Typed(request, previous, ["from"]),
            Keyword.Param => Typed(request, previous, []),
            Keyword.Type when previous.Is("=") => TypeCompletion.Types(request),
            Keyword.Let or Keyword.Set when previous.Is("=") || ExpressionCompletion.OperandFollows(previous) =>
                ExpressionCompletion.Operand(request),
            Keyword.Let => ExpressionCompletion.Operators.Concat(s_declarations),
            Keyword.Limit when WordCompletion.After(request, previous.Text) is null => (CountingCompletion.Continue(request) ?? [])
                .Concat(CompletionEntries.Words("at"))
                .Concat(s_declarations),
            Keyword.Waive when WordCompletion.After(request, previous.Text) is null => CompletionEntries
                .Words("because", "approved", "until", "with")
                .Concat(s_declarations),
            Keyword.Inapplicable when WordCompletion.After(request, previous.Text) is null => CompletionEntries
                .Words("because", "approved", "until")
                .Concat(s_declarations),
            _ when WordCompletion.After(request, previous.Text) is { } wanted => wanted,
            _ => s_declarations,
        };
    }

    // The keyword of a declaration wants a new name, that of a directive a known one.
    private static bool IsOpening(CompletionRequest request, CursorToken previous) =>
        previous.Kind == CursorTokenKind.Word
        && KeywordTable.Find(previous.Text) == request.Declaration
        && DeclarationContext.Last(request.Before).Index == request.Before.Count - 1;

    private static IEnumerable<CompletionEntry> Typed(CompletionRequest request, CursorToken previous, string[] clauses)
    {
        if (previous.Is(":"))
            return TypeCompletion.Types(request);
        if (previous.Is("="))
            return ExpressionCompletion.Operand(request);
        if (WordCompletion.After(request, previous.Text) is { } wanted)
            return wanted;
        return request.Before.Count > 1 && KeywordTable.Find(request.Before[^2].Text) == request.Declaration
            ? []
            : CompletionEntries.Words(clauses).Concat(s_declarations);
    }
}
