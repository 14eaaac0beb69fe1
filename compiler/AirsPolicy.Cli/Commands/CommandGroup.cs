using System.CommandLine;

namespace AirsPolicy.Cli.Commands;

/// <summary>Commands that serve one purpose.</summary>
/// <param name="Purpose">What they are for, in a word or two.</param>
internal sealed record CommandGroup(string Purpose, IReadOnlyList<Command> Commands);
