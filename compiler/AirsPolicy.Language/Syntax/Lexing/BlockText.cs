using System.Text;

namespace AirsPolicy.Language.Syntax;

/// <summary>What a text in three quotes says.</summary>
internal static class BlockText
{
    /// <summary>
    /// Drops a blank first and a blank last line and the indentation that all lines with content share.
    /// Line breaks become line feeds; nothing else is changed, there are no escapes.
    /// </summary>
    public static string Strip(ReadOnlySpan<char> content)
    {
        if (content.IndexOfAny('\n', '\r') < 0)
            return content.ToString();
        var lines = content.ToString().ReplaceLineEndings("\n").Split('\n').AsSpan();
        if (lines[0].AsSpan().IsWhiteSpace())
            lines = lines[1..];
        if (lines.Length > 0 && lines[^1].AsSpan().IsWhiteSpace())
            lines = lines[..^1];
        var indentation = CommonIndentation(lines);
        var text = new StringBuilder(content.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                text.Append('\n');
            var line = lines[i].AsSpan();
            if (!line.IsWhiteSpace())
                text.Append(line[indentation..]);
        }

        return text.ToString();
    }

    private static int CommonIndentation(ReadOnlySpan<string> lines)
    {
        string? common = null;
        foreach (var line in lines)
        {
            if (line.AsSpan().IsWhiteSpace())
                continue;
            var indentation = line[..^line.AsSpan().TrimStart(" \t").Length];
            common = common is null ? indentation : indentation[..common.AsSpan().CommonPrefixLength(indentation)];
        }

        return common?.Length ?? 0;
    }
}
