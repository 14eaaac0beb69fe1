using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.LanguageServer.Features.Navigation;

/// <summary>A name that some file declares.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Source">The file that declares it.</param>
/// <param name="Span">The name in its declaration.</param>
internal sealed record DeclaredName(SymbolKind Kind, SourceText Source, TextSpan Span)
{
    public string Text => Source.Slice(Span).ToString();
}
