using AirsPolicy.Language.Symbols;

namespace AirsPolicy.LanguageServer.Features.Completion;

/// <summary>Questions about the past, and limits: what happened, per whom and over how long.</summary>
internal static class CountingCompletion
{
    private static readonly string[] s_keys = ["session", "run", "agent", "user", "system", "request"];

    // Each is of a value of the events.
    private static readonly string[] s_ofValues = ["sum", "distinct", "mean", "deviation"];

    /// <summary>The entries behind a word of a question or limit, or null where it asks for nothing of its own.</summary>
    public static IEnumerable<CompletionEntry>? AfterWord(CompletionRequest request, string word) => word switch
    {
        "of" when request.IsBack(2, "count") => Events().Append(CompletionEntries.Word("refused")),
        "of" when s_ofValues.Any(word => request.IsBack(2, word)) => ExpressionCompletion.Operand(request),
        "of" when Begin(request.Before) is { } begin && request.Before[begin].Is("limit") => ExpressionCompletion.TableKeys(request),
        "over" or "earlier" => Events().Append(CompletionEntries.Word("refused")),
        "refused" when Begin(request.Before) is not null => Events(),
        "per" when Begin(request.Before) is not null => Keyed(request),
        "limit" when Begin(request.Before) is not null => [],
        "within" when Begin(request.Before) is not null => [],
        _ => null,
    };

    /// <summary>How a question or limit can go on that has begun, or null where none has.</summary>
    public static IEnumerable<CompletionEntry>? Continue(CompletionRequest request)
    {
        if (Begin(request.Before) is not { } begin)
            return null;
        var written = request.Before.Skip(begin).ToList();
        if (written.Exists(token => token.Is("within")))
            return [];
        if (written.Exists(token => token.Is("per")))
            return CompletionEntries.Words("within");
        if (written[0].Is("limit"))
            return written.Count > 1 ? CompletionEntries.Words(written.Exists(token => token.Is("of")) ? ["per"] : ["of", "per"]) : [];
        return written.Exists(token => token.Is("where"))
            ? ExpressionCompletion.Operators.Prepend(CompletionEntries.Word("per"))
            : s_ofValues.Any(written[0].Is) && !written.Exists(token => token.Is("over"))
                ? CompletionEntries.Words("over")
                : CompletionEntries.Words("where", "per");
    }

    /// <summary>Behind a comma: another key, or null where no keys are listed.</summary>
    public static IEnumerable<CompletionEntry>? AfterComma(CompletionRequest request) =>
        Begin(request.Before) is { } begin && request.Before.Skip(begin).ToList() is var written
        && written.Exists(token => token.Is("per")) && !written.Exists(token => token.Is("within"))
            ? Keyed(request)
            : null;

    /// <summary>The index of the word with which the question or limit begins that the tokens end in, or null.</summary>
    public static int? Begin(IReadOnlyList<CursorToken> tokens)
    {
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            var token = tokens[i];
            if (token.Is("then") || token.Is("when") || token.Is("always") || token.Is("let") || token.Is("at"))
                return null;
            if (i > 0 && tokens[i - 1].Is("."))
                continue;
            var isOfSomething = i + 1 < tokens.Count && tokens[i + 1].Is("of");
            if (token.Is("limit") || token.Is("earlier")
                || (isOfSomething && (token.Is("count") || s_ofValues.Any(token.Is))))
                return i;
        }
        return null;
    }

    private static IEnumerable<CompletionEntry> Events() =>
        CompletionEntries.Points.Append(
            new CompletionEntry("event", SymbolKind.Keyword, Summary: "A decision at any point, whether it went on or was refused."));

    private static IEnumerable<CompletionEntry> Keyed(CompletionRequest request) =>
        s_keys.Select(key => new CompletionEntry(
                key,
                SymbolKind.Fact,
                Summary: key == "system" ? "Everyone together." : $"The id of the {key}."))
            .Append(
                new CompletionEntry(
                    "folded",
                    SymbolKind.Function,
                    Summary: "What a text says, however it is spelled: folded(args.order_id)."))
            .Concat(CompletionEntries.Of(request.Names.Of(SymbolKind.Fact)));
}
