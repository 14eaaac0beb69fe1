using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Syntax;

/// <summary>A file as a tree: every character of the text is in it, whatever the text.</summary>
public sealed class SyntaxTree
{
    private SyntaxTree(SourceText source, FileSyntax root, ImmutableArray<Diagnostic> diagnostics, IReadOnlyList<int> patterns)
    {
        Source = source;
        Root = root;
        Diagnostics = diagnostics;
        Patterns = patterns;
    }

    public SourceText Source { get; }

    internal FileSyntax Root { get; }

    /// <summary>What the lexer and the parser found, by place.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Where patterns begin, in the order of the text: most declarations have none, and need not be walked for them.</summary>
    internal IReadOnlyList<int> Patterns { get; }

    /// <summary>Reads a file. Any text gives a tree, in time and memory linear in its length.</summary>
    public static SyntaxTree Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var bag = new DiagnosticBag();
        var parser = new Parser(source, bag);
        return new SyntaxTree(source, parser.ParseFile(), bag.ToSorted(), parser.Patterns);
    }

    /// <summary>The token whose full span holds <paramref name="position"/>; the end of the file past the last.</summary>
    /// <param name="position">A UTF-16 offset from 0 to the length of the text.</param>
    internal SyntaxToken FindToken(int position)
    {
        SyntaxElement element = Root;
        while (element is not SyntaxToken)
        {
            SyntaxElement? next = null;
            foreach (var child in element.Children)
            {
                var span = child.FullSpan;
                if (span.Start <= position && position < span.End)
                {
                    next = child;
                    break;
                }
            }

            if (next is null)
                return Root.EndOfFile;
            element = next;
        }

        return (SyntaxToken)element;
    }

    /// <summary>The elements that hold <paramref name="position"/>, from the file down to the token.</summary>
    internal IReadOnlyList<SyntaxElement> PathTo(int position)
    {
        var path = new List<SyntaxElement> { Root };
        while (path[^1] is not SyntaxToken)
        {
            var next = path[^1].Children.FirstOrDefault(child => child.FullSpan.Start <= position && position < child.FullSpan.End);
            if (next is null)
                break;
            path.Add(next);
        }

        return path;
    }
}
