using System.Net;
using System.Text;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.LanguageServer.Features.Colouring;
using AirsPolicy.Text;

namespace AirsPolicy.Site.Pages;

/// <summary>Policies as HTML, in the colours that editors show.</summary>
internal static class PolicyHtml
{
    // What an example leaves out; without it the parser would take its first declaration for a wrong header.
    private const string Header = "policy example\n";

    public static string Of(string policy)
    {
        var tree = SyntaxTree.Parse(SourceText.From(policy));
        var start = 0;
        if (tree.Root.Header.IsMissing)
        {
            tree = SyntaxTree.Parse(SourceText.From(Header + policy));
            start = Header.Length;
        }

        var html = new StringBuilder();
        var content = tree.Source.Content;
        foreach (var (span, colour) in Colours(tree).Where(token => token.Span.Start >= start).OrderBy(token => token.Span.Start))
        {
            html.Append(WebUtility.HtmlEncode(content[start..span.Start]));
            html.Append("<span class=\"").Append(colour).Append("\">");
            html.Append(WebUtility.HtmlEncode(content[span.Start..span.End])).Append("</span>");
            start = span.End;
        }

        return html.Append(WebUtility.HtmlEncode(content[start..])).ToString();
    }

    private static IEnumerable<(TextSpan Span, string Colour)> Colours(SyntaxTree tree)
    {
        var package = new PackageSyntax(tree.Root.Header.Path.Text, [tree], new NoFiles());
        var analysis = PolicyBinder.BindForEditor(package, ShippedLibrary.Instance);
        foreach (var token in ColouringFeature.Of(analysis, tree))
            yield return (token.Span, token.Type.ToString());
        foreach (var trivia in tree.Root.Tokens().SelectMany(token => token.LeadingTrivia.Concat(token.TrailingTrivia)))
        {
            if (trivia.Kind is TriviaKind.Comment or TriviaKind.Documentation)
                yield return (trivia.Span, nameof(TriviaKind.Comment));
        }
    }

    private sealed class NoFiles : IPackageFiles
    {
        public bool TryRead(string path, out string? content, out string? problem)
        {
            (content, problem) = (null, "the page has no files");
            return false;
        }
    }
}
