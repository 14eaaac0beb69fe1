using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Syntax;

internal sealed partial class Parser(SourceText source, DiagnosticBag bag)
{
    public FileSyntax ParseFile()
    {
        bag.AddRange([]);
        var none = new SyntaxToken(source, TokenKind.Name, Keyword.None, 0, 0, 0, 0, null);
        var end = new SyntaxToken(source, TokenKind.EndOfFile, Keyword.None, 0, source.Length, source.Length, source.Length, null);
        return new FileSyntax(
            new HeaderSyntax(none, new PathSyntax(new SeparatedSyntaxList<SyntaxToken>([none], [])), null),
            SyntaxList<DirectiveSyntax>.Empty,
            SyntaxList<DeclarationSyntax>.Empty,
            end);
    }
}
