using AirsPolicy.Language.Symbols;

namespace AirsPolicy.LanguageServer.Features.Completion;

/// <summary>What an expression can begin or go on with.</summary>
internal static class ExpressionCompletion
{
    private static readonly SymbolKind[] s_values =
    [
        SymbolKind.Item,
        SymbolKind.Let,
        SymbolKind.Param,
        SymbolKind.Fact,
        SymbolKind.Data,
        SymbolKind.Detector,
        SymbolKind.Function,
        SymbolKind.Tool,
        SymbolKind.Group,
        SymbolKind.Judge,
        SymbolKind.EnumName,
    ];

    // An expectation reads the decision and no facts, and names what is declared.
    private static readonly SymbolKind[] s_ofDecision =
    [
        SymbolKind.Member,
        SymbolKind.Item,
        SymbolKind.Let,
        SymbolKind.Param,
        SymbolKind.Function,
        SymbolKind.Control,
        SymbolKind.Tool,
        SymbolKind.Queue,
        SymbolKind.Label,
    ];

    private static readonly HashSet<string> s_comparisons = new(["==", "!=", "<", "<=", ">", ">="], StringComparer.Ordinal);

    /// <summary>What can stand where an operand is due. Beside a comparison with an enum its names come first.</summary>
    public static IEnumerable<CompletionEntry> Operand(CompletionRequest request) =>
        EnumNames(request)
            .Concat(Names(request.Names))
            .Concat(CompletionEntries.Words("not", "has", "any", "all", "count", "by", "true", "false"));

    /// <summary>What can follow a finished operand.</summary>
    public static IEnumerable<CompletionEntry> Operators =>
        CompletionEntries.Words("and", "or", "in", "not", "contains", "matches", "starts", "ends");

    /// <summary>The paths that a table can be looked up by.</summary>
    public static IEnumerable<CompletionEntry> TableKeys(CompletionRequest request) => Names(request.Names);

    /// <summary>Whether an operand is due behind this token.</summary>
    public static bool OperandFollows(CursorToken token) =>
        s_comparisons.Contains(token.Text)
        || token.Is("+") || token.Is("-") || token.Is("*") || token.Is("??")
        || token.Is("when") || token.Is("where") || token.Is("and") || token.Is("or") || token.Is("not") || token.Is("has")
        || token.Is("in") || token.Is("contains");

    private static IEnumerable<CompletionEntry> Names(NamesInScope names) =>
        CompletionEntries.Of(names.Of(names.Of(SymbolKind.Member).Any() ? s_ofDecision : s_values));

    private static IEnumerable<CompletionEntry> EnumNames(CompletionRequest request)
    {
        if (request.Context.Previous is { } previous && s_comparisons.Contains(previous.Text))
            return request.Names.EnumNamesOf(CompletionRequest.PathBefore(request.Before, request.Before.Count - 1));
        // class in [▮
        return request.Context.Innermost is { Kind: '[', Previous: { } before } list && before.Is("in")
            ? request.Names.EnumNamesOf(
                CompletionRequest.PathBefore(list.Before, list.Before.Count - (list.Before is [.., var not, _] && not.Is("not") ? 2 : 1)))
            : [];
    }
}
