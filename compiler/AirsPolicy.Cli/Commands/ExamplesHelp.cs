using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Commands;

/// <summary>The parser's own help, with the examples and exit codes behind it.</summary>
internal sealed class ExamplesHelp(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
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
