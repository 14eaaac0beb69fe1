namespace AirsPolicy.Cli.Console;

/// <summary>The command cannot be carried out as it was called; ends with <see cref="ExitCode.Usage"/>.</summary>
/// <param name="message">One sentence that says what would be right.</param>
internal sealed class UsageException(string message) : Exception(message);
