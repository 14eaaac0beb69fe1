using System.Text.RegularExpressions;

namespace AirsPolicy.Cli.Importing;

/// <summary>The lines of a file that say which manifest its tools are from, each tool with the digests of its parts.</summary>
internal static partial class ImportPins
{
    /// <summary>The lines for a manifest.</summary>
    public static IEnumerable<string> Write(IReadOnlyList<ImportedTool> tools)
    {
        yield return $"// manifest sha256 {Digests.Of(tools.Select(tool => tool.Tool))}";
        foreach (var tool in tools)
        {
            var digests = Digests.PartsOf(tool.Tool);
            yield return $"// manifest tool {ForeignText.Literal(tool.WireName)} {string.Join(' ', Digests.Parts.Select(part => $"{part} {digests[part]}"))}";
        }
    }

    /// <summary>The lines of a file, each once.</summary>
    public static IReadOnlyList<string> Read(string text) =>
        [.. text.Split('\n').Select(line => line.TrimEnd()).Where(line => Line().IsMatch(line)).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// What a line says of a tool: its name on the wire as a literal, and the digests of its parts; null where it is about the manifest.
    /// </summary>
    public static (string Literal, IReadOnlyDictionary<string, string> Parts)? ToolOf(string line)
    {
        var match = ToolLine().Match(line);
        if (!match.Success)
            return null;
        var words = match.Groups[2].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (
            match.Groups[1].Value,
            words
                .Chunk(2)
                .Where(pair => pair.Length == 2)
                .DistinctBy(pair => pair[0], StringComparer.Ordinal)
                .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal));
    }

    [GeneratedRegex("^// manifest (sha256|tool) ")]
    private static partial Regex Line();

    [GeneratedRegex("""^// manifest tool ("(?:[^"\\]|\\.)*")((?: [a-z]+ [0-9a-f-]+)*)$""")]
    private static partial Regex ToolLine();
}
