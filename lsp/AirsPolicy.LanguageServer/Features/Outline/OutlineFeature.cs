using System.Collections.Immutable;
using AirsPolicy.Language.Syntax;
using AirsPolicy.LanguageServer.Protocol;
using AirsPolicy.LanguageServer.Workspace;
using AirsPolicy.Text;

namespace AirsPolicy.LanguageServer.Features.Outline;

/// <summary>What the files declare.</summary>
internal static class OutlineFeature
{
    /// <summary>The most names of a workspace that are given at once: more are no help, and each costs the client.</summary>
    public const int MostNames = 256;

    /// <summary>The declarations of a file, with the lets inside them.</summary>
    public static ImmutableArray<DocumentSymbol> Of(SyntaxTree tree) =>
    [
        .. tree.Root.Declarations.Select(OutlineEntry.Of).OfType<OutlineEntry>().Select(entry => Symbol(
            tree, entry.Name, entry.Syntax.Keyword.Text, entry.Kind, entry.Syntax.Span, entry.NameSpan, [.. LetsOf(tree, entry.Syntax)])),
    ];

    /// <summary>The declarations of all packages whose name has the letters of the query in it, one after the other, case aside.</summary>
    public static ImmutableArray<WorkspaceSymbol> In(PolicyWorkspace workspace, string query) =>
    [
        .. (from package in workspace.Packages
            from tree in package.Trees
            from entry in tree.Root.Declarations.Select(OutlineEntry.Of).OfType<OutlineEntry>()
            where Fits(query, entry.Name)
            orderby entry.Name.Length, entry.Name, package.Name
            select (package, tree, entry)).Take(MostNames)
        .Select(found => new WorkspaceSymbol(
            found.entry.Name,
            found.entry.Kind,
            new Location(workspace.UriOf(found.tree.Source.Path), TextChanges.RangeOf(found.tree.Source, found.entry.NameSpan)),
            found.package.Name)),
    ];

    /// <summary>The blocks of more than one line, and runs of comment lines.</summary>
    public static ImmutableArray<FoldingRange> Folds(SyntaxTree tree)
    {
        var folds = ImmutableArray.CreateBuilder<FoldingRange>();
        var open = new Stack<SyntaxToken>();
        foreach (var token in tree.Root.Tokens().Where(token => !token.IsMissing))
        {
            AddComments(tree, token, folds);
            if (token.Kind is TokenKind.OpenBrace or TokenKind.OpenBracket or TokenKind.OpenParenthesis)
                open.Push(token);
            else if (IsClosing(token) && open.TryPop(out var opening))
                Add(tree, opening.Span.Start, token.Span.Start, -1, null, folds);
        }

        return folds.ToImmutable();
    }

    private static IEnumerable<DocumentSymbol> LetsOf(SyntaxTree tree, DeclarationSyntax declaration) =>
        declaration.DescendantsAndSelf().OfType<LetMemberSyntax>().Where(let => !let.Name.IsMissing)
            .Select(let => Symbol(tree, let.Name.Text, let.LetKeyword.Text, OutlineKind.Variable, let.Span, let.Name.Span, []));

    private static DocumentSymbol Symbol(
        SyntaxTree tree,
        string name,
        string detail,
        OutlineKind kind,
        TextSpan span,
        TextSpan nameSpan,
        ImmutableArray<DocumentSymbol> children) =>
        new(name, detail, kind, TextChanges.RangeOf(tree.Source, span), TextChanges.RangeOf(tree.Source, nameSpan), children);

    private static bool IsClosing(SyntaxToken token) =>
        token.Kind is TokenKind.CloseBrace or TokenKind.CloseBracket or TokenKind.CloseParenthesis;

    private static bool Fits(string query, string name)
    {
        var found = 0;
        foreach (var letter in name)
        {
            if (found < query.Length && char.ToUpperInvariant(letter) == char.ToUpperInvariant(query[found]))
                found++;
        }

        return found == query.Length;
    }

    private static void AddComments(SyntaxTree tree, SyntaxToken token, ImmutableArray<FoldingRange>.Builder folds)
    {
        if (token.FullSpan.Start == token.Span.Start)
            return;
        var comments = token.LeadingTrivia.Where(trivia => trivia.Kind is TriviaKind.Comment or TriviaKind.Documentation).ToList();
        if (comments.Count > 1)
            Add(tree, comments[0].Span.Start, comments[^1].Span.Start, 0, "comment", folds);
    }

    // The line of a closing bracket stays.
    private static void Add(SyntaxTree tree, int start, int end, int last, string? kind, ImmutableArray<FoldingRange>.Builder folds)
    {
        var (first, to) = (tree.Source.LineOf(start), tree.Source.LineOf(end) + last);
        if (to > first)
            folds.Add(new FoldingRange(first, to, kind));
    }
}
