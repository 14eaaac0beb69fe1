using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Commands;

/// <summary>The parser's own help of a command with its examples, or the help of the root. Exit codes stand behind both.</summary>
internal sealed class ExamplesHelp(HelpAction help, RootHelp rootHelp) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        if (parseResult.CommandResult.Command is RootCommand root)
            rootHelp.Write(root);
        else
            help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is AirsCommand { Examples: { Count: > 0 } examples })
        {
            output.WriteLine("Examples:");
            var width = examples.Max(example => example.Line.Length);
            foreach (var (line, meaning) in examples)
                output.WriteLine($"  {line.PadRight(width)}  {meaning}");
            output.WriteLine();
        }

        output.WriteLine("Exit codes: 0 clean, 1 findings or failed tests, 2 wrong usage, 3 a fault of airs.");
        return ExitCode.Clean;
    }
}
