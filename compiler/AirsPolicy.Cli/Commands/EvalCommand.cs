using System.CommandLine;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Deciding;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Runtime.Decisions.Json;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs eval</c>: asks a policy for one decision.</summary>
internal static class EvalCommand
{
    public static Command Create(Terminal terminal)
    {
        var policy = PathSymbols.Policy();
        var libraries = PathSymbols.Libraries();
        var (point, facts, tool) = (RequestSymbols.Point(), RequestSymbols.Facts(), RequestSymbols.Tool());
        var command = new AirsCommand("eval", "Asks a policy for one decision and writes it as JSON. The exit code is 0 whatever the decision.",
            ("airs eval shop --point output --facts facts.json", "the decision on an answer"),
            ("airs eval shop --point tool_call --tool refund --facts -", "with the facts on the standard input")) { policy, libraries, point, facts, tool };
        command.SetAction(line =>
        {
            var text = FactsText.Read(line.GetRequiredValue(facts), terminal.OpenInput);
            if (PolicyChoice.Bind(line.GetRequiredValue(policy), line.GetRequiredValue(libraries), terminal.Error) is not { } model)
                return ExitCode.Findings;
            var complete = FactsText.Complete(text, line.GetValue(tool), model.System, TimeProvider.System.GetUtcNow());
            var decision = new PolicyInterpreter(model).Decide(line.GetRequiredValue(point), complete);
            terminal.Out.Write(DecisionJson.ToText(decision, indented: true) + "\n");
            return ExitCode.Clean;
        });
        return command;
    }
}
