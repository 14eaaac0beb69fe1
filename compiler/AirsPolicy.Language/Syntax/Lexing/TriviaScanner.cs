using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Text;

namespace AirsPolicy.Language.Syntax;

internal static class TriviaScanner
{
    public static IReadOnlyList<SyntaxTrivia> Scan(SourceText source, int start, int end) =>
        start < end && source.Length >= end ? [new SyntaxTrivia(TriviaKind.WhiteSpace, new TextSpan(start, end))] : [];
}
