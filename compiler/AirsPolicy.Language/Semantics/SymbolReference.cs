using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Semantics;

/// <summary>What the binder took a name for; the editor's hover, completion and navigation read it.</summary>
/// <param name="Source">The file the name stands in.</param>
/// <param name="Span">The name.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Type">Its type as the language writes it, or null.</param>
/// <param name="Summary">One or more sentences of documentation, or null.</param>
/// <param name="DeclaredIn">The file of its declaration, or null where it is built in.</param>
/// <param name="DeclaredAt">The name in its declaration.</param>
internal sealed record SymbolReference(
    SourceText Source,
    TextSpan Span,
    SymbolKind Kind,
    string Name,
    string? Type,
    string? Summary,
    SourceText? DeclaredIn = null,
    TextSpan DeclaredAt = default);
