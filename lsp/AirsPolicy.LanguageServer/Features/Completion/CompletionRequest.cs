using AirsPolicy.Language.Syntax;

namespace AirsPolicy.LanguageServer.Features.Completion;

/// <summary>All that decides what is offered.</summary>
/// <param name="Context">Where the cursor is in the text.</param>
/// <param name="Declaration">The declaration or directive around it, or none.</param>
/// <param name="IsInBlock">The cursor stands between the members of the declaration, not in its head.</param>
/// <param name="Names">What can be named there.</param>
/// <param name="Packages">The packages that can be named.</param>
internal sealed record CompletionRequest(
    CursorContext Context,
    Keyword Declaration,
    bool IsInBlock,
    NamesInScope Names,
    IReadOnlyCollection<string> Packages)
{
    public IReadOnlyList<CursorToken> Before => Context.Inner;

    /// <summary>The token so many before the cursor, or null.</summary>
    public CursorToken? Back(int count) => Before.Count >= count ? Before[^count] : null;

    public bool IsBack(int count, string word) => Back(count) is { } token && token.Is(word);

    /// <summary>The dotted path that ends before token <paramref name="end"/> of <see cref="Before"/>; empty where none does.</summary>
    public static IReadOnlyList<string> PathBefore(IReadOnlyList<CursorToken> tokens, int end)
    {
        var path = new List<string>();
        for (var i = end - 1; i >= 0 && tokens[i].Kind == CursorTokenKind.Word; i -= 2)
        {
            path.Insert(0, tokens[i].Text);
            if (i == 0 || !tokens[i - 1].Is("."))
                break;
        }

        return path;
    }
}
