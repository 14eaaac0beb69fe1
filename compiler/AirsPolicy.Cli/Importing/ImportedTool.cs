using System.Text.Json;
using AirsPolicy.Language.Semantics.Schemas;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Cli.Importing;

/// <summary>A tool of a manifest as it is written into a policy.</summary>
/// <param name="Tool">What the manifest says.</param>
/// <param name="Name">Its name in the language.</param>
/// <param name="WireName">The name by which the host knows it.</param>
/// <param name="Arguments">The schema of its arguments.</param>
/// <param name="Result">The schema of its result, or null where the manifest has none.</param>
internal sealed record ImportedTool(ManifestTool Tool, string Name, string WireName, ImportedSchema Arguments, ImportedSchema? Result)
{
    private const int MostProblems = 5;

    /// <summary>Why the tool cannot be written, as sentences; empty where it can.</summary>
    public IReadOnlyList<string> Problems { get; } = [.. FindProblems(Tool, Arguments, Result).Take(MostProblems)];

    /// <summary>Its schemas.</summary>
    public IEnumerable<ImportedSchema> Schemas => Result is null ? [Arguments] : [Arguments, Result];

    /// <summary>The tools of a manifest, by their names there.</summary>
    /// <param name="server">The server they belong to, whose name stands before theirs; null where there is only one.</param>
    public static IReadOnlyList<ImportedTool> Of(IReadOnlyList<ManifestTool> tools, string? server)
    {
        var names = ToolNames.Of([.. tools.Select(tool => tool.WireName)]);
        return [.. tools.Select(tool => Of(tool, names[tool.WireName], server))];
    }

    private static ImportedTool Of(ManifestTool tool, string name, string? server)
    {
        var path = server is null ? $"schemas/{name}" : $"schemas/{server}/{name}";
        return new ImportedTool(
            tool,
            server is null ? name : $"{server}_{name}",
            server is null ? tool.WireName : $"{server}/{tool.WireName}",
            new ImportedSchema($"{path}.json", SchemaRewriting.Of(tool.Input)),
            tool.Output is null ? null : new ImportedSchema($"{path}.result.json", SchemaRewriting.Of(tool.Output)));
    }

    private static IEnumerable<string> FindProblems(ManifestTool tool, ImportedSchema arguments, ImportedSchema? result)
    {
        if (tool.Input is not { ValueKind: JsonValueKind.Object })
            return ["It has no 'inputSchema', which is an object."];
        if (tool.Output is { ValueKind: not JsonValueKind.Object })
            return ["Its 'outputSchema' is no object."];
        return FindProblems(arguments, "Its arguments are")
            .Concat(result is null ? [] : FindProblems(result, "Its result is").Select(problem => $"Of its result: {problem}"));
    }

    private static IEnumerable<string> FindProblems(ImportedSchema schema, string what)
    {
        foreach (var problem in schema.Rewriting.Problems.Distinct(StringComparer.Ordinal))
            yield return problem;
        if (schema.Rewriting.Problems.Count > 0)
            yield break;
        var reading = SchemaReader.Read(schema.Rewriting.Text, schema.Path);
        foreach (
            var message in reading
                .Diagnostics.Where(found => found.Severity == Language.Diagnostics.DiagnosticSeverity.Error)
                .Select(found => found.Message))
            yield return message;
        if (reading.Shape is { } shape and not RecordShape)
            yield return $"{what} no object; the schema needs \"type\": \"object\".";
    }
}
