using System.CommandLine;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Deciding;
using AirsPolicy.Cli.Reports;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs explain</c>: one decision with its reasons.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        var policy = PathSymbols.PolicyOrBundle();
        var libraries = PathSymbols.Libraries();
        var (point, facts, tool, past) = (RequestSymbols.Point(), RequestSymbols.Facts(), RequestSymbols.Tool(), RequestSymbols.Past());
        var format = new Option<string>("--format") { Description = "How the explanation is written.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new AirsCommand(
            "explain",
            "Says why a policy decides as it does: the value of every sub-expression that decided. The exit code is 0 whatever the " +
            "decision.",
            ("airs explain shop --point output --facts facts.json", "why an answer is blocked or not"),
            ("airs explain shop.airsb --point output --facts facts.json", "the same from the sources in a bundle"),
            ("airs explain shop -p input -f - --format json", "for tools; every sub-expression is there"))
        {
            policy, libraries, point, facts, tool, past, format,
        };
        command.SetAction(line =>
        {
            var text = FactsText.Read(line.GetRequiredValue(facts), terminal.OpenInput);
            var path = line.GetRequiredValue(policy);
            var model = BundleFile.IsBundle(path)
                ? BundleFile.Bind(path)
                : PolicyChoice.Bind(path, line.GetRequiredValue(libraries), terminal.Error);
            if (model is null)
                return ExitCode.Findings;
            var before = line.GetValue(past) is { } trace ? FactsText.Read(trace, terminal.OpenInput) : null;
            var explanation = AskedPolicy.Explain(model, line.GetRequiredValue(point), line.GetValue(tool), text, before);
            var timings = StreamTimings.Of(model, explanation.Decision.Point);
            if (line.GetRequiredValue(format) == "json")
                ExplanationJson.Write(terminal.Out, explanation, timings);
            else
                ExplanationText.Write(terminal.Ink, explanation, timings);
            return ExitCode.Clean;
        });
        return command;
    }
}
