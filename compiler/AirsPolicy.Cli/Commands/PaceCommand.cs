using System.CommandLine;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Operating;
using AirsPolicy.Hosting.Reviewing;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs pace</c>: says how an application stands, and moves its charts.</summary>
internal static class PaceCommand
{
    public static Command Create(Terminal terminal) => new AirsCommand(
        "pace",
        "Says how an application that runs stands, degrades its charts, and asks its policy to recover them. " + DeskSymbols.WhoMay,
        ("airs pace status airs-review", "what stands, and what is wrong"),
        ("airs pace degrade airs-review guardrail contingency \"It passes what it should block.\"", "a chart gets worse at once"))
    {
        Status(terminal), Degrade(terminal), Recover(terminal),
    };

    private static AirsCommand Status(Terminal terminal)
    {
        var (pipe, json) = (DeskSymbols.Pipe(), DeskSymbols.Json());
        var command = new AirsCommand(
            "status",
            "Says which bundle decides, whether the store keeps, how the charts stand, which breakers are open, what is halted, "
                + "and what waits.",
            ("airs pace status airs-review", "for people"),
            ("airs pace status airs-review --json", "for programs"))
        {
            pipe, json,
        };
        command.SetAction(line => OperatedDesk.Show(
            terminal,
            line.GetRequiredValue(pipe),
            DeskRequests.Of(DeskAction.Status),
            "bundle",
            line.GetValue(json),
            answer => StatusText.Write(terminal, answer)));
        return command;
    }

    private static AirsCommand Degrade(Terminal terminal)
    {
        var (pipe, chart) = (DeskSymbols.Pipe(), DeskSymbols.Chart());
        var state = new Argument<string>("state") { Description = "The state: alternate, contingency or emergency." };
        state.AcceptOnlyFromAmong("alternate", "contingency", "emergency");
        var why = new Argument<string>("why") { Description = "Why, for the evidence." };
        var command = new AirsCommand(
            "degrade",
            "Makes a chart worse, and waits until the store keeps that. A chart that is as bad already stays as it is.",
            ("airs pace degrade airs-review system emergency \"The model answers as somebody else.\"", "the plan for the worst"))
        {
            pipe, chart, state, why,
        };
        command.SetAction(line => OperatedDesk.Do(
            terminal,
            line.GetRequiredValue(pipe),
            DeskRequests.Of(
                DeskAction.Degrade, ("id", line.GetValue(chart)), ("state", line.GetValue(state)), ("text", line.GetValue(why)))));
        return command;
    }

    private static AirsCommand Recover(Terminal terminal)
    {
        var (pipe, chart) = (DeskSymbols.Pipe(), DeskSymbols.Chart());
        var command = new AirsCommand(
            "recover",
            "Asks the policy to bring a chart back to the next better state. It says who may, and when ('recover' in the plan).",
            ("airs pace recover airs-review guardrail", "from alternate to primary, where the policy lets you"))
        {
            pipe, chart,
        };
        command.SetAction(line => OperatedDesk.Do(
            terminal, line.GetRequiredValue(pipe), DeskRequests.Of(DeskAction.Recover, ("id", line.GetValue(chart)))));
        return command;
    }
}
