namespace AirsPolicy.Cli.Importing;

/// <summary>Finds what of a manifest is no longer what was imported.</summary>
internal static class ImportCheck
{
    /// <summary>A line for each difference, by tool.</summary>
    /// <param name="pins">The lines of the file that was imported.</param>
    /// <param name="tools">What the manifest lists now.</param>
    public static IEnumerable<string> Differences(IReadOnlyList<string> pins, IReadOnlyList<ImportedTool> tools)
    {
        var expected = ImportPins.Write(tools).ToList();
        var now = Tools(expected);
        var then = Tools(pins);
        var found = false;
        foreach (var literal in now.Keys.Union(then.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (!then.TryGetValue(literal, out var before))
                yield return $"{literal}: added; no declared tool, so that calls of it are refused until it is imported";
            else if (!now.TryGetValue(literal, out var after))
                yield return $"{literal}: removed";
            else if (Changed(before, after) is { Length: > 0 } changed)
                yield return $"{literal}: changed in {changed}";
            else
                continue;
            found = true;
        }
        if (!found && !pins.Contains(expected[0], StringComparer.Ordinal))
            yield return "The digest of the manifest is another than was imported, and no tool differs: the lines of the file were changed.";
    }

    private static string Changed(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        string.Join(
            ", ",
            Digests
                .Parts.Where(part =>
                    !string.Equals(before.GetValueOrDefault(part, "-"), after.GetValueOrDefault(part, "-"), StringComparison.Ordinal))
                .Select(part =>
                    part switch
                    {
                        "input" => "its input schema",
                        "output" => "its output schema",
                        "other" => "what else is said of it",
                        _ => "its " + part,
                    }
                ));

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Tools(IEnumerable<string> pins) =>
        pins.Select(ImportPins.ToolOf)
            .OfType<(string Literal, IReadOnlyDictionary<string, string> Parts)>()
            .DistinctBy(tool => tool.Literal, StringComparer.Ordinal)
            .ToDictionary(tool => tool.Literal, tool => tool.Parts, StringComparer.Ordinal);
}
