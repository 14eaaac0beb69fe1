using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.LanguageServer.Workspace;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text;

namespace AirsPolicy.LanguageServer.Tests.Features;

/// <summary>A text with the cursor in it, written ▮, and its analysis.</summary>
internal sealed record Marked(SyntaxTree Tree, int Position, PolicyAnalysis Analysis)
{
    private const string Cursor = "▮";

    /// <summary>Parses and binds the text, as the server does.</summary>
    public static Marked Of(string text)
    {
        var (tree, position) = Parse(text);
        var package = new PackageSyntax(tree.Root.Header.Path.Text, [tree], NoFiles.Instance);
        return new Marked(tree, position, PolicyAnalyzer.AnalyzeForEditor(package, new PackageLocator([])));
    }

    /// <summary>Parses the text; these are all the names in scope.</summary>
    public static Marked With(string text, params ReadOnlySpan<ScopeName> names)
    {
        var (tree, position) = Parse(text);
        var package = new PackageSyntax("", [tree], NoFiles.Instance);
        var scope = new NameScope(tree.Source, new TextSpan(0, tree.Source.Length), [.. names]);
        return new Marked(tree, position, new PolicyAnalysis(package, null, tree.Diagnostics) { Scopes = [scope] });
    }

    public static ScopeName Name(string name, SymbolKind kind, Shape? shape = null) => new(name, kind, shape, null);

    private static (SyntaxTree Tree, int Position) Parse(string text)
    {
        var position = text.IndexOf(Cursor, StringComparison.Ordinal);
        Assert.True(position >= 0, "The text has no cursor.");
        return (SyntaxTree.Parse(SourceText.From(text.Remove(position, Cursor.Length))), position);
    }
}
