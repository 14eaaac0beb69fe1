using System.CommandLine;

namespace AirsPolicy.Cli.Commands;

/// <summary>The arguments and options that several commands share.</summary>
internal static class PathSymbols
{
    public static Argument<string[]> Paths() => new("path")
    {
        Description = "Folders or files with policies; a folder is searched with all folders below it.",
        Arity = ArgumentArity.ZeroOrMore,
        DefaultValueFactory = _ => ["."],
    };

    public static Option<string[]> Libraries() => new("--library", "-l")
    {
        Description = "A folder with packages that the policies may use or extend. Can be given several times.",
        HelpName = "folder",
        DefaultValueFactory = _ => [],
    };
}
