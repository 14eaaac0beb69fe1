using System.Collections.Immutable;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Formatting;

/// <summary>The one layout of a policy. Only white space and line breaks change; tokens and comments stay as they are.</summary>
public static class Formatter
{
    /// <summary>
    /// The file in its layout; formatting that again changes nothing. Declarations with an error are left as they stand.
    /// Line breaks are those of the file's first line.
    /// </summary>
    public static string Format(SyntaxTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return new FormattingPass(tree).Run();
    }

    /// <summary>What turns the file into its layout: no edit, or one that leaves its unchanged start and end alone.</summary>
    public static ImmutableArray<TextEdit> Edits(SyntaxTree tree)
    {
        var formatted = Format(tree);
        var current = tree.Source.Content;
        if (string.Equals(formatted, current, StringComparison.Ordinal))
            return [];
        var start = current.AsSpan().CommonPrefixLength(formatted);
        var most = Math.Min(current.Length, formatted.Length) - start;
        var tail = 0;
        while (tail < most && current[^(tail + 1)] == formatted[^(tail + 1)])
            tail++;
        return [new TextEdit(new TextSpan(start, current.Length - tail), formatted[start..^tail])];
    }
}
