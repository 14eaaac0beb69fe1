using System.CommandLine;

namespace AirsPolicy.Cli.Commands;

/// <summary>The arguments and options of commands that ask a desk.</summary>
internal static class DeskSymbols
{
    /// <summary>What the description of each of these commands says of those who may.</summary>
    public const string WhoMay = "Who you are says the operating system, and who may says the application (ReviewDeskOptions.Operators).";

    public static Argument<string> Pipe() =>
        PathSymbols.File("pipe", "The pipe of the desk that the application has opened, or the whole path of its socket.");

    public static Argument<string> Scope()
    {
        var scope = new Argument<string>("scope") { Description = "What kind: session, run, agent, user or system." };
        scope.AcceptOnlyFromAmong("session", "run", "agent", "user", "system");
        return scope;
    }

    public static Argument<string?> Id() => new("id")
    {
        Description = "Which one, by its id (session.id and so on); none for the system.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Argument<string> Chart() => PathSymbols.File("chart", "The chart: the name of its layer, or system.");

    public static Option<bool> Json() => new("--json") { Description = "Write JSON." };
}
