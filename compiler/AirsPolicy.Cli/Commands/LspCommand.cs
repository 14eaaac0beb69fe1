using System.CommandLine;
using AirsPolicy.Cli.Console;
using AirsPolicy.LanguageServer;
using AirsPolicy.LanguageServer.Server;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs lsp</c>: serves one editor over the standard streams.</summary>
internal static class LspCommand
{
    public static Command Create(Terminal terminal)
    {
        var libraries = PathSymbols.Libraries();
        // Editors that know several ways to speak say which one they mean; there is one.
        var stdio = new Option<bool>("--stdio") { Description = "Speak over standard input and output, as without it." };
        var command = new AirsCommand("lsp", "Serves an editor: the language server, over standard input and output.",
            ("airs lsp", "what an editor starts; it ends with the editor")) { libraries, stdio };
        command.SetAction(line =>
        {
            using var input = terminal.OpenInput();
            using var output = terminal.OpenOutput();
            return LanguageServerProcess.Run(input, output, new LanguageServerOptions
            {
                Log = terminal.Error,
                LibraryFolders = [.. line.GetRequiredValue(libraries)],
            });
        });
        return command;
    }
}
