using AirsPolicy.Language.Semantics.Schemas;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Cli.Importing;

/// <summary>A tool of a manifest as it is written into a policy.</summary>
/// <param name="Tool">What the manifest says.</param>
/// <param name="Name">Its name in the language.</param>
/// <param name="WireName">The name by which the host knows it.</param>
/// <param name="SchemaPath">Where the schema of its arguments lies, from the folder of the policy.</param>
/// <param name="Schema">That schema.</param>
internal sealed record ImportedTool(ManifestTool Tool, string Name, string WireName, string SchemaPath, SchemaRewriting Schema)
{
    private const int MostProblems = 5;

    /// <summary>Why the tool cannot be written, as sentences; empty where it can.</summary>
    public IReadOnlyList<string> Problems { get; } = [.. FindProblems(Tool, SchemaPath, Schema).Take(MostProblems)];

    /// <summary>The tools of a manifest, by their names there.</summary>
    /// <param name="server">The server they belong to, whose name stands before theirs; null where there is only one.</param>
    public static IReadOnlyList<ImportedTool> Of(IReadOnlyList<ManifestTool> tools, string? server)
    {
        var names = ToolNames.Of([.. tools.Select(tool => tool.WireName)]);
        return [.. tools.Select(tool => Of(tool, names[tool.WireName], server))];
    }

    private static ImportedTool Of(ManifestTool tool, string name, string? server) => new(
        tool,
        server is null ? name : $"{server}_{name}",
        server is null ? tool.WireName : $"{server}/{tool.WireName}",
        server is null ? $"schemas/{name}.json" : $"schemas/{server}/{name}.json",
        SchemaRewriting.Of(tool.Input));

    private static IEnumerable<string> FindProblems(ManifestTool tool, string path, SchemaRewriting schema)
    {
        if (tool.Input is not { ValueKind: System.Text.Json.JsonValueKind.Object })
        {
            yield return "It has no 'inputSchema', which is an object.";
            yield break;
        }
        foreach (var problem in schema.Problems.Distinct(StringComparer.Ordinal))
            yield return problem;
        if (schema.Problems.Count > 0)
            yield break;
        var reading = SchemaReader.Read(schema.Text, path);
        foreach (var message in reading.Diagnostics.Where(found => found.Severity == Language.Diagnostics.DiagnosticSeverity.Error).Select(found => found.Message))
            yield return message;
        if (reading.Shape is { } shape and not RecordShape)
            yield return "Its arguments are no object; the schema needs \"type\": \"object\".";
    }
}
