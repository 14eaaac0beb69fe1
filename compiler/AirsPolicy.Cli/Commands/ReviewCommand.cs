using System.CommandLine;
using System.Text.Json.Nodes;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Reviewing;
using AirsPolicy.Hosting.Reviewing;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs review</c>: lets people decide on what waits for them.</summary>
internal static class ReviewCommand
{
    private const string DefaultPipe = "airs-review";

    public static Command Create(Terminal terminal)
    {
        var pipe = new Argument<string>("pipe")
        {
            Description = "The pipe of the desk that the application has opened, or the whole path of its socket.",
            DefaultValueFactory = _ => DefaultPipe,
        };
        var queue = new Option<string?>("--queue") { Description = "What waits in this queue alone, by its qualified name." };
        var where = FilterSymbols.Where(
            "What this holds for alone, such as 'priority >= high and age > 30m'.",
            () => WaitingFields.Schema(terminal.Time));
        var json = new Option<bool>("--json") { Description = "Write what waits as JSON, once." };
        var approve = Number("--approve", "Approve the request of this number; takes --digest.");
        var refuse = Number("--refuse", "Refuse the request of this number.");
        var digest = new Option<string?>("--digest") { Description = "What was looked at, as --json says it." };
        var command = new AirsCommand(
            "review",
            "Shows people what waits for them and takes their word. The application opens a desk (ReviewDesk); who you are says the " +
            "operating system. The exit code is 0 where a word counts, and 1 where it does not.",
            ("airs review", "look through what waits, a key at a time"),
            ("airs review /run/shop/review --queue shop.payouts.finance", "one queue, at a socket of the application"),
            ("airs review --where 'age > 2h and claimed_by is absent'", "what nobody works on"),
            ("airs review --json", "for programs"),
            ("airs review --approve 17 --digest 3b5d…", "for programs, what they have shown somebody"))
        {
            pipe, queue, where, json, approve, refuse, digest,
        };
        command.Validators.Add(line =>
        {
            if (line.GetResult(approve) is not null && (line.GetResult(digest) is null || line.GetResult(refuse) is not null))
                line.AddError("'--approve' takes '--digest', and no '--refuse' beside it.");
        });
        command.SetAction(line =>
        {
            if (!FilterSymbols.TryRead(terminal, line.GetValue(where), WaitingFields.Schema(terminal.Time), out var holds))
                return ExitCode.Usage;
            using var pipeDesk = new PipeDesk(line.GetRequiredValue(pipe));
            var desk = new FilteredDesk(pipeDesk, holds);
            var action = line.GetValue(approve) is not null ? DeskAction.Approve : DeskAction.Refuse;
            if ((line.GetValue(approve) ?? line.GetValue(refuse)) is { } number)
                return Scripted(terminal, () => Say(terminal, desk, action, number, line.GetValue(queue), line.GetValue(digest)));
            if (!line.GetValue(json) && terminal.IsInteractive)
            {
                new ReviewView(desk, new TerminalReviewConsole(terminal), line.GetValue(queue), terminal.Time).Run();
                return ExitCode.Clean;
            }
            return Scripted(terminal, () => List(terminal, DeskAnswer.List(desk, line.GetValue(queue)), line.GetValue(json)));
        });
        return command;
    }

    private static Option<long?> Number(string name, string description) => new(name) { Description = description };

    private static int Scripted(Terminal terminal, Func<int> act)
    {
        try
        {
            return act();
        }
        catch (DeskLostException lost)
        {
            terminal.Error.WriteLine(DisplayText.Visible(lost.Message));
            return ExitCode.Usage;
        }
    }

    private static int List(Terminal terminal, JsonObject list, bool asJson)
    {
        if (list["items"] is null)
        {
            terminal.Error.WriteLine(DisplayText.Visible(DeskAnswer.MessageOf(list)));
            return ExitCode.Findings;
        }
        var lines = asJson
            ? VisibleJson.Of(list).Split('\n')
            : ItemList.Of(DeskAnswer.Items(list), -1, terminal.Time.GetUtcNow(), terminal.Width);
        foreach (var line in lines)
            terminal.Ink.Line(line);
        return ExitCode.Clean;
    }

    private static int Say(Terminal terminal, IDesk desk, DeskAction action, long number, string? queue, string? digest)
    {
        var word = DeskAnswer.Request(action, number);
        if (digest is null && DeskAnswer.Show(desk, number, out _) is { } item)
            digest = item.Digest;
        word["digest"] = digest ?? "";
        if (queue is not null)
            word["queue"] = queue;
        var answer = desk.Ask(word);
        terminal.Ink.Line(DisplayText.Visible(DeskAnswer.MessageOf(answer)));
        return DeskAnswer.Counts(answer) ? ExitCode.Clean : ExitCode.Findings;
    }
}
