using System.Text.RegularExpressions;

namespace AirsPolicy.Cli.Reports;

/// <summary>A part of a policy, written over several lines, on one.</summary>
internal static partial class SourceLine
{
    /// <summary>
    /// What is written there: without comments, which would seem to go on to the end of the line, and without indentation.
    /// </summary>
    public static string Of(string written)
    {
        var lines = written.Split('\n').Select(line => Comment().Replace(line, ""));
        return string.Join(' ', string.Join(' ', lines).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    // Two slashes behind a blank, as the formatter leaves a comment: those of an address in quotes have none before them.
    [GeneratedRegex(@"(^|\s)//.*$")]
    private static partial Regex Comment();
}
