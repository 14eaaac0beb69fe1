namespace AirsPolicy.Cli.Console;

/// <summary>What a piece of output means; the terminal gives it a colour.</summary>
internal enum Tone { Plain, Strong, Faint, Good, Warning, Bad, Mark }
