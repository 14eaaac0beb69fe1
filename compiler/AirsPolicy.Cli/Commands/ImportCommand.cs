using System.CommandLine;
using System.Text.RegularExpressions;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Findings;
using AirsPolicy.Cli.Importing;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs import mcp</c>: declares the tools that a server lists, and finds out whether it lists others by now.</summary>
internal static partial class ImportCommand
{
    public static Command Create(Terminal terminal) => new AirsCommand("import", "Writes parts of a policy from what others publish.",
        ("airs import mcp tools.json --into shop", "the tools of a server")) { CreateMcp(terminal) };

    private static AirsCommand CreateMcp(Terminal terminal)
    {
        var manifest = new Argument<string>("manifest")
        {
            Description = "The answer of a server to 'tools/list', its result or the list of tools, as JSON; - is the standard input.",
        };
        var into = new Option<string>("--into")
        {
            Description = "The folder of the policy that grants the tools.",
            HelpName = "folder",
            DefaultValueFactory = _ => ".",
        };
        var server = new Option<string?>("--server")
        {
            Description = "The server's name, which goes before the names of its tools: \"NAME/tool\".",
            HelpName = "name",
        };
        var policy = new Option<string?>("--policy")
        {
            Description = "The name of the policy, where the folder holds none yet.",
            HelpName = "name",
        };
        var check = new Option<bool>("--check")
        {
            Description =
                "Change nothing; say which tools were added, removed or changed since they were imported, and end with 1 if any were.",
        };
        var replace = new Option<bool>("--replace")
        {
            Description = "Write files anew that are there already. What was added to them is lost.",
        };
        server.Validators.Add(result => Refuse(result, server, SnakeName(), "A server's name is written as lower_snake_case."));
        policy.Validators.Add(result =>
            Refuse(result, policy, PolicyName(), "A policy's name is written as lower_snake_case, with dots between its parts."));
        var command = new AirsCommand(
            "mcp",
            "Declares the tools that a server of the Model Context Protocol lists, with schema files for the arguments and the result of each. What the server says of its tools is quoted and not believed: "
            + "every tool has the class 'privileged' until you write another.",
            ("airs import mcp tools.json --into shop", "write shop/mcp_tools.airs and shop/schemas"),
            ("airs import mcp tools.json --into shop --check", "for CI: has the server changed its tools?"),
            ("airs import mcp tools.json --into shop --server crm", "one of several servers"))
        {
            manifest,
            into,
            server,
            policy,
            check,
            replace,
        };
        command.SetAction(line =>
        {
            var folder = new ImportFolder(line.GetRequiredValue(into), line.GetValue(server));
            var tools = ImportedTool.Of(Manifest.Read(line.GetRequiredValue(manifest), terminal.OpenInput), line.GetValue(server));
            return line.GetValue(check)
                ? Check(terminal.Ink, folder, tools)
                : Write(terminal.Ink, folder, folder.PolicyName(line.GetValue(policy)), tools, line.GetValue(replace));
        });
        return command;
    }

    private static int Write(Ink ink, ImportFolder folder, string policy, IReadOnlyList<ImportedTool> tools, bool replace)
    {
        if (Refused(ink, tools))
            return ExitCode.Findings;
        var name = Path.GetFileName(folder.ToolFile);
        var files = tools
            .SelectMany(tool => tool.Schemas)
            .Select(schema => (schema.Path, schema.Text))
            .Prepend((Path: name, Text: ToolFile.Write(policy, folder.ToolFile, tools)))
            .ToList();
        var changed = files
            .Where(file => folder.Read(file.Path) is var there && !string.Equals(there, file.Text, StringComparison.Ordinal))
            .ToList();
        if (!replace && changed.Find(file => folder.Read(file.Path) is not null) is { Path: { } path })
            throw new UsageException(
                $"'{folder.PathOf(path)}' is there already and says something else. 'airs import mcp --check' shows what the manifest changed, and --replace writes it anew."
            );
        foreach (var file in changed)
            folder.Write(file.Path, file.Text);
        ink.Write("ok", Tone.Good)
            .Line(
                $": {TextReport.Count(tools.Count, "tool") ?? "no tool"} in {DisplayText.Visible(folder.ToolFile)}, each of the class 'privileged' until you confirm another"
            );
        return ExitCode.Clean;
    }

    private static int Check(Ink ink, ImportFolder folder, IReadOnlyList<ImportedTool> tools)
    {
        if (folder.Read(Path.GetFileName(folder.ToolFile)) is not { } text || ImportPins.Read(text) is not { Count: > 0 } pins)
            throw new UsageException($"'{folder.ToolFile}' holds no tools that were imported; 'airs import mcp' writes it.");
        var differences = ImportCheck.Differences(pins, tools).ToList();
        // Of a tool that has changed the file is of course another.
        differences.AddRange(
            tools
                .Where(tool =>
                    tool.Problems.Count == 0
                    && !differences.Exists(line => line.StartsWith(ForeignText.Literal(tool.WireName) + ":", StringComparison.Ordinal)))
                .SelectMany(tool => tool.Schemas)
                .Where(schema => !string.Equals(folder.Read(schema.Path), schema.Text, StringComparison.Ordinal))
                .Select(schema => $"{DisplayText.Visible(folder.PathOf(schema.Path))}: is not the file that was imported"));
        foreach (var line in differences)
            ink.Line(line);
        if (differences.Count == 0)
            ink.Write("ok", Tone.Good).Line($": {TextReport.Count(tools.Count, "tool") ?? "no tool"} as imported");
        else
            ink.Line($"{TextReport.Count(differences.Count, "difference")} from {DisplayText.Visible(folder.ToolFile)}", Tone.Strong);
        return differences.Count == 0 ? ExitCode.Clean : ExitCode.Findings;
    }

    // All of them, so that the manifest need not be mended one tool at a time; nothing is written then.
    private static bool Refused(Ink ink, IReadOnlyList<ImportedTool> tools)
    {
        var refused = tools.Where(tool => tool.Problems.Count > 0).ToList();
        foreach (var tool in refused)
        {
            foreach (var problem in tool.Problems)
                ink.Line($"{ForeignText.Literal(tool.WireName)} cannot be imported: {DisplayText.Visible(problem)}");
        }
        if (refused.Count > 0)
            ink.Line($"{TextReport.Count(refused.Count, "tool")} of {tools.Count} cannot be imported; nothing was written", Tone.Strong);
        return refused.Count > 0;
    }

    private static void Refuse(System.CommandLine.Parsing.OptionResult result, Option<string?> option, Regex form, string problem)
    {
        if (result.GetValue(option) is { } value && !form.IsMatch(value))
            result.AddError($"'{value}' does not fit {option.Name}. {problem}");
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{0,39}$")]
    private static partial Regex SnakeName();

    [GeneratedRegex(@"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$")]
    private static partial Regex PolicyName();
}
