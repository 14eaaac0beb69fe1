using System.Text;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Language.Comparison.Results;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Cli.Reports;

/// <summary>Where the differences between two versions are written: to people or as JSON, and as Markdown to a file as well.</summary>
internal sealed class DifferenceOutput(Terminal terminal, PolicyModel before, PolicyModel after)
{
    public PolicyModel Before => before;

    public PolicyModel After => after;

    /// <summary>Every request kept, and not the first of each change.</summary>
    public bool ShowsAll { get; init; }

    public bool IsJson { get; init; }

    /// <summary>The file for Markdown, or null for none.</summary>
    public string? Markdown { get; init; }

    public void Write(ComparisonReport report)
    {
        if (IsJson)
            DifferenceJson.Write(terminal.Out, before, after, report);
        Texts(text => text.Write(before, after, report));
    }

    public void Write(TrafficReport report)
    {
        if (IsJson)
            DifferenceJson.Write(terminal.Out, before, after, report);
        Texts(text => text.Write(before, after, report));
    }

    private void Texts(Action<DifferenceText> write)
    {
        if (!IsJson)
            write(new DifferenceText(terminal.Ink, ShowsAll));
        if (Markdown is null)
            return;
        using var text = new StringWriter { NewLine = "\n" };
        write(new DifferenceText(new Ink(text, isColoured: false), ShowsAll));
        OutputFile.Write(Markdown, stream =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
            var markdown = new MarkdownWriter(writer);
            markdown.Heading($"Decisions of `{after.Name}`");
            markdown.Text(text.ToString());
        });
    }
}
