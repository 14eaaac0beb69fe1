using AirsPolicy.Cli.Console;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Cli.Testing;

/// <summary>What is written at a place, on one line of bounded length.</summary>
internal static class SourceWords
{
    private const int Longest = 70;

    public static string Of(SourceText source, TextSpan span)
    {
        var words = DisplayText.Visible(
            string.Join(' ', source.Content.Substring(span.Start, span.Length).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        );
        return words.Length <= Longest ? words : string.Concat(words.AsSpan(0, Longest), "…");
    }
}
