namespace AirsPolicy.Cli.Completing;

/// <summary>How parts of the scripts are written.</summary>
internal static class ScriptText
{
    /// <summary>Lines of a block, indented by steps of four blanks.</summary>
    public static string Lines(IEnumerable<string> lines, int depth) =>
        string.Join('\n', lines.Select(line => new string(' ', 4 * depth) + line));

    /// <summary>A text in single quotes, as bash and zsh read it.</summary>
    public static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>
    /// The pattern of a command behind the words before it: those of a command below the root are none, so that it begins with a blank.
    /// </summary>
    public static string Called(CompletedCommand command) =>
        Quoted(command.Path.Contains(' ', StringComparison.Ordinal) ? command.Path : $" {command.Path}");

    /// <summary>The pattern of an option with its command, by each of its names.</summary>
    public static string Asked(CompletedCommand command, CompletedOption option) =>
        string.Join('|', option.Names.Select(name => Quoted($"{command.Path}:{name}")));
}
