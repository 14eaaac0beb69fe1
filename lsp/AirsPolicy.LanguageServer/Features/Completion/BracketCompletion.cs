using AirsPolicy.Language.Syntax;

namespace AirsPolicy.LanguageServer.Features.Completion;

/// <summary>What can stand in brackets inside a declaration: arguments, lists, tables, records, types.</summary>
internal static class BracketCompletion
{
    public static IEnumerable<CompletionEntry> In(CompletionRequest request, OpenBracket bracket) =>
        bracket.Kind switch
        {
            _ when IsType(request) => Type(request, bracket),
            '{' when TableKey(bracket) is { Count: > 0 } path => Table(request, bracket, path),
            '{' => Record(request),
            _ when request.Context.Previous is not { } previous
                    || previous.Is(",")
                    || previous.Is(":")
                    || ExpressionCompletion.OperandFollows(previous) => ExpressionCompletion.Operand(request),
            _ => ExpressionCompletion.Operators,
        };

    private static IEnumerable<CompletionEntry> Type(CompletionRequest request, OpenBracket bracket) => bracket switch
    {
        { Kind: '{' } => request.Context.Previous is { } previous && previous.Is(":") ? TypeCompletion.Types(request) : [],
        { Kind: '[', Previous: { } before } when before.Is("of") || before.Is("rising") => [],
        { Kind: '[' } when request.Context.Previous is null => TypeCompletion.Types(request),
        _ => [],
    };

    // by tier { low 0, ▮, and on error by tier { low flag, ▮
    private static IEnumerable<CompletionEntry> Table(CompletionRequest request, OpenBracket bracket, IReadOnlyList<string> path)
    {
        if (request.Context.Previous is { } previous && !previous.Is(","))
        {
            var before = bracket.Before.Count - (path.Count * 2) - 1;
            return before >= 0 && bracket.Before[before].Is("error") ? EffectCompletion.Effects : ExpressionCompletion.Operand(request);
        }
        var written = request
            .Before.Where((token, i) => i == 0 || request.Before[i - 1].Is(","))
            .Select(token => token.Text)
            .ToHashSet(StringComparer.Ordinal);
        return request.Names.EnumNamesOf(path).Where(entry => !written.Contains(entry.Label));
    }

    private static IEnumerable<CompletionEntry> Record(CompletionRequest request)
    {
        if (request.Context.Previous is null || request.Context.Previous is { } comma && comma.Is(","))
            return TestCompletion.Fields(request) ?? [];
        return request.Context.Previous is { } colon && colon.Is(":")
            ? TestCompletion.Values(request) ?? ExpressionCompletion.Operand(request)
            : [];
    }

    private static IReadOnlyList<string> TableKey(OpenBracket bracket)
    {
        var path = CompletionRequest.PathBefore(bracket.Before, bracket.Before.Count);
        var by = bracket.Before.Count - ((path.Count * 2) - 1) - 1;
        return path.Count > 0 && by >= 0 && bracket.Before[by].Is("by") ? path : [];
    }

    // Types are written in facts, data, params, type names, and behind 'args', 'result' and 'returns'.
    private static bool IsType(CompletionRequest request)
    {
        var blocks = request.Context.Blocks;
        if (request.Declaration is Keyword.Fact or Keyword.Data or Keyword.Type)
            return true;
        if (request.Declaration == Keyword.Param)
            return !blocks[0].Before.Skip(DeclarationContext.Last(blocks[0].Before).Index).Any(token => token.Is("="));
        return blocks.Count > 1 && blocks[1].Previous is { } word && (word.Is("args") || word.Is("result") || word.Is("returns"));
    }
}
