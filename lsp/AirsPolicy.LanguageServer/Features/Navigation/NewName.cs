using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.LanguageServer.Features.Navigation;

/// <summary>Says whether a text can be a declared name.</summary>
internal static class NewName
{
    /// <summary>Why it cannot, one sentence; null where it can.</summary>
    public static string? Problem(string name)
    {
        if (KeywordTable.IsReserved(KeywordTable.Find(name)))
            return $"'{name}' is a word of the language and cannot be a name.";
        // The parser decides: it is a name where it declares exactly this.
        var tree = SyntaxTree.Parse(SourceText.From($"library a\nlet {name} = 1\n"));
        return tree.Diagnostics.IsEmpty
            && tree.Root.Declarations is [LetDeclarationSyntax { Parameters: null } let]
            && let.Name.Text == name
            ? null
            : $"'{name}' cannot be a name: write a lower-case letter, then letters, digits and '_'.";
    }
}
