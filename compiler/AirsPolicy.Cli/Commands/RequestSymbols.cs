using System.CommandLine;
using System.CommandLine.Completions;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Cli.Commands;

/// <summary>What commands are told about a request.</summary>
internal static class RequestSymbols
{
    public static Option<string> Point() =>
        Known(
            new Option<string>("--point", "-p")
            {
                Description = "The decision point: input, output, tool_call …",
                HelpName = "point",
                Required = true,
            }
        );

    /// <summary>One point of several.</summary>
    public static Option<string?> OnePoint() =>
        Known(
            new Option<string?>("--point", "-p")
            {
                Description = "Only this decision point: input, output, tool_call …",
                HelpName = "point",
            }
        );

    private static TOption Known<TOption>(TOption point)
        where TOption : Option
    {
        point.CompletionSources.Add(_ => DecisionPoints.All.Select(known => new CompletionItem(known.Name)));
        point.Validators.Add(result =>
        {
            var name = result.Tokens is [var token, ..] ? token.Value : "";
            if (name.Length == 0 || DecisionPoints.Find(name) is not null)
                return;
            var near = Spelling.Nearest(name, DecisionPoints.All.Select(known => known.Name));
            result.AddError(
                $"There is no decision point '{name}'; {(near is null ? $"there are {string.Join(", ", DecisionPoints.All.Select(known => known.Name))}." : $"did you mean '{near}'?")}"
            );
        });
        return point;
    }

    public static Option<string> Facts() =>
        new("--facts", "-f")
        {
            Description =
                "A file with the facts of the request as one JSON object; - is the standard input. The time is added where it is left out.",
            HelpName = "file",
            Required = true,
        };

    public static Option<string?> Past() => new("--past")
    {
        Description = "A recorded trace (JSON Lines, as for 'airs replay') that has happened before. Without it: nothing has.",
        HelpName = "file",
    };

    public static Option<string?> Tool() =>
        new("--tool", "-t") { Description = "The tool at hand, at tool_call and tool_result.", HelpName = "name" };
}
