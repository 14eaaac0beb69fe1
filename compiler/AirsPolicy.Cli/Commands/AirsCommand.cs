using System.CommandLine;

namespace AirsPolicy.Cli.Commands;

/// <summary>A command with examples, which its help shows.</summary>
/// <param name="name">The word that calls it.</param>
/// <param name="description">What it does, in sentences.</param>
/// <param name="examples">Whole command lines with what they do, one a line.</param>
internal sealed class AirsCommand(string name, string description, params (string Line, string Meaning)[] examples)
    : Command(name, description)
{
    public IReadOnlyList<(string Line, string Meaning)> Examples => examples;
}
