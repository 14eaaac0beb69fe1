using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Tests.Corpus;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Tests.Syntax;

/// <summary>The policies of the corpus, which together use the whole grammar.</summary>
internal static class SamplePolicies
{
    public static IReadOnlyList<SourceText> All { get; } =
    [
        .. RepositoryFolder
            .Policies(RepositoryFolder.Corpus("stages"))
            .Select(path => SourceText.From(File.ReadAllText(path), Path.GetFileName(path))),
    ];

    public static IEnumerable<string> TokenTexts(SyntaxTree tree) =>
        tree.Root.Tokens().Where(token => !token.IsMissing).Select(token => token.Text);

    public static string TextOf(SyntaxTree tree) =>
        string.Concat(tree.Root.Tokens().Select(token => tree.Source.Content[token.FullSpan.Start..token.FullSpan.End]));
}
