using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Syntax;
using AirsPolicy.LanguageServer.Features.Completion;
using AirsPolicy.Text;

namespace AirsPolicy.LanguageServer.Features;

/// <summary>What can be written at a place.</summary>
internal static class CompletionFeature
{
    /// <param name="analysis">The analysis of the package.</param>
    /// <param name="tree">The file.</param>
    /// <param name="position">The cursor, a UTF-16 offset.</param>
    /// <param name="packages">The packages that can be named.</param>
    public static CompletionSet At(PolicyAnalysis analysis, SyntaxTree tree, int position, IReadOnlyCollection<string> packages)
    {
        if (CursorContext.At(tree.Source.Content, position) is not { } context)
            return CatalogueCompletion.At(tree.Source.Content, position) ?? new CompletionSet(new TextSpan(position, position), []);
        var (declaration, _) = DeclarationContext.Last(context.Blocks.Count > 0 ? context.Blocks[0].Before : context.Inner);
        var request = new CompletionRequest(
            context,
            declaration,
            IsMemberBlock(context, declaration),
            NamesInScope.At(analysis, tree.Source, position, context.Previous?.Span.End ?? context.Innermost?.Span.End ?? position),
            packages);
        var entries = NumberCompletion.After(tree.Source.Content, context)
            .Concat(Entries(request))
            .DistinctBy(entry => entry.Label, StringComparer.Ordinal);
        return new CompletionSet(context.Replaces, [.. entries], context.Previous?.Span.End ?? -1);
    }

    private static IEnumerable<CompletionEntry> Entries(CompletionRequest request)
    {
        if (request.Context.Previous is { } dot && dot.Is("."))
        {
            return GovernanceCompletion.TiersBehindDot(request)
                ?? PackageCompletion.BehindDot(request)
                ?? DotCompletion.After(CompletionRequest.PathBefore(request.Before, request.Before.Count - 1), request.Names);
        }

        return request.Context.Innermost switch
        {
            null => TopLevelCompletion.At(request),
            _ when request.IsInBlock => ClauseCompletion.In(request),
            var bracket => BracketCompletion.In(request, bracket),
        };
    }

    // A brace holds members where it is that of the declaration, or of steps that a test repeats.
    private static bool IsMemberBlock(CursorContext context, Keyword declaration) =>
        context.Blocks.Count > 0
        && MemberWords.Of(declaration).Count > 0
        && context.Blocks.All(block => block.Kind == '{')
        && context.Blocks.Skip(1).All(block => declaration == Keyword.Test && IsStepBlock(block.Before));

    private static bool IsStepBlock(IReadOnlyList<CursorToken> before) =>
        before.Count > 1 && (before[^2].Is("repeat") || before[^2].Is("from"));
}
