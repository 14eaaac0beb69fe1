using System.Text;
using AirsPolicy.Language.Formatting;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Cli.Importing;

/// <summary>
/// The policy file that declares the tools of a manifest. All that the manifest says stands in it as comments, titles and names on the
/// wire, and is not believed.
/// </summary>
internal static class ToolFile
{
    /// <summary>The text of the file, laid out in the one form.</summary>
    /// <param name="policy">The policy that it becomes part of.</param>
    public static string Write(string policy, string path, IReadOnlyList<ImportedTool> tools)
    {
        var text = new StringBuilder();
        text.Append("// Tools that a server lists, written by 'airs import mcp'. What is quoted is what the server says of itself.\n");
        text.Append(
            "// Confirm each class before you lower it, and add rules. 'airs import mcp --check' holds the lines below to the manifest.\n"
        );
        foreach (var line in ImportPins.Write(tools))
            text.Append(line).Append('\n');
        text.Append("policy ").Append(policy).Append('\n');
        foreach (var tool in tools)
            Write(tool, text);
        var tree = SyntaxTree.Parse(SourceText.From(text.ToString(), path));
        return tree.Diagnostics.IsEmpty
            ? Formatter.Format(tree)
            : throw new InvalidOperationException($"The tools were written with a mistake: {tree.Diagnostics[0].Message}");
    }

    private static void Write(ImportedTool tool, StringBuilder text)
    {
        text.Append('\n');
        foreach (var line in ForeignText.Quoted(tool.Tool.Description ?? ""))
            text.Append(line).Append('\n');
        text.Append("tool ").Append(tool.Name);
        if (!string.Equals(tool.WireName, tool.Name, StringComparison.Ordinal))
            text.Append(" as ").Append(ForeignText.Literal(tool.WireName));
        if (ForeignText.Title(tool.Tool.Title) is { } title)
            text.Append(' ').Append(title);
        text.Append(" {\n");
        text.Append("  // ").Append(Claims(tool.Tool)).Append('\n');
        text.Append("  class privileged\n");
        Write("args", tool.Arguments, "Its schema", text);
        if (tool.Result is not null)
            Write("result", tool.Result, "The schema of its result", text);
        text.Append("}\n");
    }

    private static void Write(string clause, ImportedSchema schema, string what, StringBuilder text)
    {
        foreach (var line in Foreign(schema.Rewriting, what))
            text.Append("  ").Append(line).Append('\n');
        text.Append("  ").Append(clause).Append(" schema \"").Append(schema.Path).Append("\"\n");
    }

    private static string Claims(ManifestTool tool)
    {
        var hints = tool.Hints.Select(hint => $"{hint.Name} {(hint.Value ? "true" : "false")}").ToList();
        return hints.Count == 0
            ? "The server does not say what the tool changes."
            : $"The server claims {string.Join(", ", hints)}.";
    }

    private static IEnumerable<string> Foreign(SchemaRewriting schema, string what) =>
        schema.Foreign.Count == 0
            ? []
            : ForeignText
                .Quoted(string.Join(", ", schema.Foreign))
                .Prepend($"// {what} uses words that JSON Schema does not have, and that say nothing:");
}
