using AirsPolicy.Text;

namespace AirsPolicy.Cli.Filtering;

/// <summary>A word, sign or literal of a filter.</summary>
/// <param name="Value">What a literal says; null for everything else.</param>
internal sealed record FilterToken(TextSpan Span, string Text, FilterValue? Value)
{
    /// <summary>It begins as names do.</summary>
    public bool IsWord => Value is null && (char.IsAsciiLetter(Text[0]) || Text[0] == '_');
}
