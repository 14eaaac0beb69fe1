using System.CommandLine;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Commands;

/// <summary>The help of <c>airs</c> itself: its commands by what they are for, each with its first sentence.</summary>
internal sealed class RootHelp(Terminal terminal, IReadOnlyList<CommandGroup> groups)
{
    private const int Indent = 2;
    private const int Gap = 2;

    public void Write(RootCommand root)
    {
        var ink = terminal.Ink;
        ink.Line(root.Description!);
        ink.Line();
        ink.Line("Usage: airs COMMAND [options]. 'airs COMMAND --help' says what a command takes, with examples.");
        ink.Line();
        var options = root.Options.Select(option => (Name: Names(option), Text: option.Description!)).ToList();
        var width = groups.SelectMany(group => group.Commands).Max(command => command.Name.Length);
        foreach (var group in groups)
            Section(group.Purpose, width, group.Commands.Select(command => (command.Name, FirstSentence(command.Description!))));
        Section("Options", options.Max(option => option.Name.Length), options);
    }

    private void Section(string title, int width, IEnumerable<(string Name, string Text)> rows)
    {
        terminal.Ink.Line($"{title}:", Tone.Strong);
        var columns = new TextColumns(terminal.Ink, Indent, width, Math.Max(terminal.Width - Indent - width - Gap, 20));
        foreach (var (name, text) in rows)
            columns.Row(Tone.Plain, name, text);
        terminal.Ink.Line();
    }

    // The forms with a slash are those of one system only.
    private static string Names(Option option) =>
        string.Join(", ", option.Aliases.Where(alias => alias.StartsWith('-')).Order(StringComparer.Ordinal).Append(option.Name));

    private static string FirstSentence(string text) =>
        text.IndexOf(". ", StringComparison.Ordinal) is var end and >= 0 ? text[..(end + 1)] : text;
}
