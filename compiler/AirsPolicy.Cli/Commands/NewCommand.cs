using System.CommandLine;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Starting;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs new</c>: a package to begin with.</summary>
internal static class NewCommand
{
    public static Command Create(Terminal terminal)
    {
        var template = new Argument<string?>("template")
        {
            Description = "What it is for. Without it: lists the templates.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        template.AcceptOnlyFromAmong([.. Template.Names]);
        var folder = new Argument<string?>("folder")
        {
            Description = "The folder to write. It may be there already.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var name = new Option<string?>("--name")
        {
            Description = "The name of the package. Without it: the name of the folder.",
            HelpName = "package",
        };
        var ci = new Option<bool>("--ci")
        {
            Description = "Also write a workflow for GitHub Actions that checks, tests and builds the package.",
        };
        var command = new AirsCommand("new", "Writes a small package with tests, to begin with. It never writes over a file.",
            ("airs new", "lists the templates"),
            ("airs new chatbot shop", "writes the folder 'shop' with the package 'shop'"),
            ("airs new agent policies/desk --name shop.desk --ci", "with a name of its own and a workflow")) { template, folder, name, ci };
        command.Validators.Add(result =>
        {
            var isWritten = result.GetValue(template) is not null || result.GetValue(name) is not null || result.GetValue(ci);
            if (isWritten && result.GetValue(folder) is null)
                result.AddError("Name a template and the folder to write: airs new chatbot shop.");
        });
        command.SetAction(line =>
        {
            if (line.GetValue(folder) is { } into)
                Write(terminal.Ink, Template.Of(line.GetRequiredValue(template)!), into, line.GetValue(name), line.GetValue(ci));
            else
                List(terminal.Ink);
            return ExitCode.Clean;
        });
        return command;
    }

    private static void List(Ink ink)
    {
        var width = Template.Names.Max(name => name.Length);
        foreach (var name in Template.Names)
            ink.Write(name.PadRight(width), Tone.Strong).Line($"  {Template.Of(name).Description}");
    }

    private static void Write(Ink ink, Template template, string folder, string? name, bool ci)
    {
        var package = NewPackage.Of(template, folder, name, ci);
        package.Write();
        foreach (var file in package.Files)
            ink.Line($"  {DisplayText.Visible(file.Path)}", Tone.Faint);
        var readme = DisplayText.Visible(Path.Join(folder, "README.md"));
        ink.Write("ok", Tone.Good).Line($": the package '{package.Name}'; {readme} says what to run next");
    }
}
