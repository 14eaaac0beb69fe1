namespace AirsPolicy.Cli.Reviewing;

/// <summary>There is no connection to a desk.</summary>
/// <param name="message">One sentence that says why.</param>
internal sealed class DeskLostException(string message) : Exception(message);
