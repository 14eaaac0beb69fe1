namespace AirsPolicy.LanguageServer.Tests.Process;

/// <summary>What one keystroke cost until its diagnostics were there.</summary>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Processor">How long processors worked for the server meanwhile.</param>
internal readonly record struct Keystroke(TimeSpan Elapsed, TimeSpan Processor);
