using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.LanguageServer.Features.Navigation;

/// <summary>A place where a name stands.</summary>
/// <param name="Source">The file.</param>
/// <param name="Span">The name, in UTF-16 units.</param>
/// <param name="IsDeclaration">The name is declared there.</param>
internal readonly record struct NamePlace(SourceText Source, TextSpan Span, bool IsDeclaration);
