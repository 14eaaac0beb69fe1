using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.LanguageServer.Features.Completion;

/// <summary>Names of packages behind <c>use</c> and <c>extends</c>.</summary>
internal static class PackageCompletion
{
    public static IEnumerable<CompletionEntry> All(CompletionRequest request) => StartingWith(request, "");

    /// <summary>How a package's name goes on that has begun; null where the dot stands in no such name.</summary>
    public static IEnumerable<CompletionEntry>? BehindDot(CompletionRequest request)
    {
        if (request.Context.Innermost is not null || request.Declaration is not (Keyword.Use or Keyword.Extends))
            return null;
        var path = CompletionRequest.PathBefore(request.Before, request.Before.Count - 1);
        return request.Back((path.Count * 2) + 1) is { } word && (word.Is("use") || word.Is("extends"))
            ? StartingWith(request, string.Join('.', path) + ".")
            : null;
    }

    private static IEnumerable<CompletionEntry> StartingWith(CompletionRequest request, string begun) => request.Packages
        .Where(name => name.StartsWith(begun, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(name => new CompletionEntry(name[begun.Length..], SymbolKind.Package));
}
