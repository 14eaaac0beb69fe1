using System.Text;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Tests;

/// <summary>One command line, run inside the test process.</summary>
internal sealed record CliRun(int Code, string Out, string Error)
{
    public static CliRun Of(params string[] arguments) => With("", arguments);

    /// <summary>Runs with a text on the standard input.</summary>
    public static CliRun With(string input, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var terminal = new Terminal(
            output,
            error,
            () => new MemoryStream(Encoding.UTF8.GetBytes(input)),
            () => Stream.Null,
            isColoured: false,
            width: 100);
        var code = AirsCli.Run(arguments, terminal);
        return new CliRun(code, output.ToString(), error.ToString());
    }
}
