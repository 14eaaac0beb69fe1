using System.Collections.Immutable;

namespace AirsPolicy.LanguageServer.Protocol;

/// <summary>Five numbers a token: lines and characters from the token before, length, type, modifiers (LSP 3.17).</summary>
internal sealed record SemanticTokens(ImmutableArray<int> Data);

internal sealed record SemanticTokensOptions(SemanticTokensLegend Legend, bool Full);

internal sealed record SemanticTokensLegend(ImmutableArray<string> TokenTypes, ImmutableArray<string> TokenModifiers);
