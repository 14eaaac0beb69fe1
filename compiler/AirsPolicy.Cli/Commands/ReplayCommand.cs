using System.CommandLine;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Deciding;
using AirsPolicy.Cli.Reports;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs replay</c>: a recorded trace through a policy, event by event.</summary>
internal static class ReplayCommand
{
    public static Command Create(Terminal terminal)
    {
        var policy = PathSymbols.PolicyOrBundle();
        var trace = new Argument<string>("trace")
        {
            Description =
                "A recorded trace: one JSON object a line with \"point\", \"facts\" and \"time\", and maybe \"outcome\" and " +
                "\"approval\"; - is the standard input.",
        };
        var libraries = PathSymbols.Libraries();
        var where = FilterSymbols.Where(
            "Show only these events, such as 'tool == \"refund\" and outcome >= hold'. All are decided, because each counts for those "
                + "behind it.",
            () => ReplayedFields.Schema);
        var json = new Option<bool>("--json") { Description = "Write JSON, with every decision in full." };
        var command = new AirsCommand("replay",
            "Decides a recorded trace event by event, each with what the policy made of those before, and says why. The exit code is 1 " +
            "where the trace records another outcome for an event that is shown.",
            ("airs replay shop trace.jsonl", "what a policy would have done with yesterday"),
            ("airs replay shop trace.jsonl --where 'outcome >= hold'", "only what would not have gone on"),
            ("airs replay shop.airsb trace.jsonl --json", "for tools")) { policy, trace, libraries, where, json };
        command.SetAction(line =>
        {
            if (!FilterSymbols.TryRead(terminal, line.GetValue(where), ReplayedFields.Schema, out var holds))
                return ExitCode.Usage;
            var text = FactsText.Read(line.GetRequiredValue(trace), terminal.OpenInput);
            var path = line.GetRequiredValue(policy);
            var model = BundleFile.IsBundle(path)
                ? BundleFile.Bind(path)
                : PolicyChoice.Bind(path, line.GetRequiredValue(libraries), terminal.Error);
            if (model is null)
                return ExitCode.Usage;
            var events = ReplayedEvent.Of(model, text)
                .Where(holds)
                .ToList();
            if (line.GetValue(json))
                ReplayJson.Write(terminal.Out, model, events);
            else
                ReplayText.Write(terminal.Ink, events);
            return events.Exists(replayed => replayed.Differs) ? ExitCode.Findings : ExitCode.Clean;
        });
        return command;
    }
}
