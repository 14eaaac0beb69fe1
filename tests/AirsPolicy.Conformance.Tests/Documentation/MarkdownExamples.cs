using System.Text;

namespace AirsPolicy.Conformance.Tests.Documentation;

/// <summary>
/// The policies in a Markdown file: fences marked <c>airs</c>. Those of one section that are no whole file form one policy.
/// </summary>
internal static class MarkdownExamples
{
    /// <summary>Each policy with the heading it stands under.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="heading">What a section begins with.</param>
    public static IEnumerable<(string Section, string Source)> Of(string markdown, string heading = "## ")
    {
        var section = "";
        var parts = new StringBuilder();
        var lines = markdown.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith(heading, StringComparison.Ordinal))
            {
                foreach (var policy in Flush(section, parts))
                    yield return policy;
                section = lines[i][heading.Length..];
            }
            if (lines[i] != "```airs")
                continue;
            var body = string.Join('\n', lines.Skip(i + 1).TakeWhile(line => line != "```"));
            if (body.StartsWith("policy ", StringComparison.Ordinal) || body.StartsWith("library ", StringComparison.Ordinal))
                yield return (section, body);
            else
                parts.Append(body).Append('\n');
        }
        foreach (var policy in Flush(section, parts))
            yield return policy;
    }

    /// <summary>The file that a Markdown file shows: a fence that names it behind its language; null where there is none.</summary>
    public static string? FileOf(string markdown, string path)
    {
        var lines = markdown.Split('\n');
        var fence = Array.FindIndex(
            lines,
            line => line.StartsWith("```", StringComparison.Ordinal) && line.EndsWith($" {path}", StringComparison.Ordinal));
        return fence < 0 ? null : string.Join('\n', lines.Skip(fence + 1).TakeWhile(line => line != "```")) + "\n";
    }

    private static IEnumerable<(string, string)> Flush(string section, StringBuilder parts)
    {
        if (parts.Length > 0)
            yield return (section, $"policy example\nsystem example {{ owner \"docs\" }}\n{parts}");
        parts.Clear();
    }
}
