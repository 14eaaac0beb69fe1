namespace AirsPolicy.Language.Tests.Grammar;

/// <summary>A token as the published grammar cuts it.</summary>
/// <param name="Kind">The production that it fits.</param>
internal sealed record GrammarToken(string Kind, string Text);
