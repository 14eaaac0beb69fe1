using System.Collections.Immutable;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Text;

namespace AirsPolicy.LanguageServer.Features;

/// <summary>The edit that makes one text of another and leaves alone what they share at both ends, so that cursors there stay.</summary>
internal static class TextDifference
{
    public static ImmutableArray<TextEdit> Between(string before, string after)
    {
        var start = before.AsSpan().CommonPrefixLength(after);
        if (start == before.Length && start == after.Length)
            return [];
        var end = 0;
        var most = Math.Min(before.Length, after.Length) - start;
        while (end < most && before[^(end + 1)] == after[^(end + 1)])
            end++;
        // Between the halves of CR LF or of a surrogate pair no position can be told apart.
        while (start > 0 && (char.IsHighSurrogate(before[start - 1]) || before[start - 1] == '\r'))
            start--;
        while (end > 0 && (char.IsLowSurrogate(before[^end]) || before[^end] == '\n'))
            end--;
        return [new TextEdit(new TextSpan(start, before.Length - end), after[start..^end])];
    }
}
