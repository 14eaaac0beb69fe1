using System.Text.Json.Nodes;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Reviewing;

namespace AirsPolicy.Cli.Operating;

/// <summary>Asks a desk once, and says what came of it.</summary>
internal static class OperatedDesk
{
    /// <summary>Has something done.</summary>
    /// <returns>0 where it is done, 1 where it is refused or not kept, 2 where nobody answers.</returns>
    public static int Do(Terminal terminal, string pipe, JsonObject request) => Ask(terminal, pipe, request, answer =>
    {
        var isDone = answer["answer"] is JsonValue value && value.TryGetValue<string>(out var word) && word == "Done";
        terminal.Ink.Line(DisplayText.Visible(DeskAnswer.MessageOf(answer)), isDone ? Tone.Plain : Tone.Bad);
        return isDone ? ExitCode.Clean : ExitCode.Findings;
    });

    /// <summary>Shows what a desk says, as text or JSON.</summary>
    /// <param name="member">The member that the answer has where it is given.</param>
    public static int Show(Terminal terminal, string pipe, JsonObject request, string member, bool asJson, Action<JsonObject> show) =>
        Ask(terminal, pipe, request, answer =>
        {
            if (answer[member] is null)
            {
                terminal.Error.WriteLine(DisplayText.Visible(DeskAnswer.MessageOf(answer)));
                return ExitCode.Findings;
            }
            if (asJson)
                terminal.Ink.Line(VisibleJson.Of(answer));
            else
                show(answer);
            return ExitCode.Clean;
        });

    private static int Ask(Terminal terminal, string pipe, JsonObject request, Func<JsonObject, int> use)
    {
        try
        {
            using var desk = new PipeDesk(pipe);
            return use(desk.Ask(request));
        }
        catch (DeskLostException lost)
        {
            terminal.Error.WriteLine(DisplayText.Visible($"{lost.Message} The application has to run, with a desk open at that pipe."));
            return ExitCode.Usage;
        }
    }
}
