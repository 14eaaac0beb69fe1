using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.LanguageServer.Features.Completion;

/// <summary>What can stand among the members of a declaration.</summary>
internal static class ClauseCompletion
{
    public static IEnumerable<CompletionEntry> In(CompletionRequest request)
    {
        if (request.Context.Previous is not { } previous)
            return Members(request);
        if (previous.Is(","))
            return WordCompletion.AfterComma(request) ?? [];
        var wanted = previous.Kind == CursorTokenKind.Word && !IsName(request) ? WordCompletion.After(request, previous.Text) : null;
        if (wanted is not null)
            return wanted;
        if (ExpressionCompletion.OperandFollows(previous) || (previous.Is("=") && WordCompletion.ListOpener(request) == "let"))
            return ExpressionCompletion.Operand(request);
        if (previous.Is(":"))
            return ExpressionCompletion.Operand(request);
        if (previous.Is("let") || previous.Is("matches"))
            return [];
        return Continue(request);
    }

    // Behind something finished: how its clause may go on, then what may come next.
    private static IEnumerable<CompletionEntry> Continue(CompletionRequest request)
    {
        if (CountingCompletion.Continue(request) is { } counted)
            return counted
                .Concat(
                    request.Before.Any(token => token.Is("when"))
                        ? ExpressionCompletion.Operators.Append(CompletionEntries.Word("then"))
                        : [])
                .Concat(Members(request));
        var opener = request.Context.LastIndexOf(WordCompletion.IsOpener);
        return opener < 0 ? Members(request) : request.Before[opener].Text switch
        {
            "when" => ExpressionCompletion.Operators.Prepend(CompletionEntries.Word("then")),
            "where" or "let" => ExpressionCompletion.Operators.Concat(Members(request)),
            "then" or "always" or "error" => EffectCompletion.Continue(CurrentEffect(request, opener)).Concat(Members(request)),
            "at" or "given" when request.Back(1) is { } point && (point.Is(PointNames.ToolCall) || point.Is(PointNames.ToolResult)) =>
                CompletionEntries.Words("of").Concat(Members(request)),
            "expect" => CompletionEntries.Words("by", "saying").Concat(ExpressionCompletion.Operators).Concat(Members(request)),
            _ => Members(request),
        };
    }

    private static List<CursorToken> CurrentEffect(CompletionRequest request, int opener)
    {
        var start = request.Context.LastIndexOf(token => token.Is(","));
        return [.. request.Before.Skip(Math.Max(start, opener) + 1)];
    }

    // `let at = …`: a word behind 'let' or a dot is a name, whatever else it can be.
    private static bool IsName(CompletionRequest request) => request.IsBack(2, "let") || request.IsBack(2, ".");

    private static IEnumerable<CompletionEntry> Members(CompletionRequest request) =>
        MemberWords.Of(request.Declaration).Select(word => CompletionEntries.Of(word, request.Declaration));
}
