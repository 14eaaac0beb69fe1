using System.CommandLine;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Storing;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Storage.Sqlite;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs store</c>: checks, compacts and copies the store of a host that is ended.</summary>
internal static class StoreCommand
{
    public static Command Create(Terminal terminal) => new AirsCommand(
        "store",
        "Looks after the store of a host that is ended. A store that a host has open is left alone.",
        ("airs store check airs.db", "whether a host can begin again on it"),
        ("airs store backup airs.db airs-backup.db", "a copy of it"))
    {
        Check(terminal), Compact(terminal), Backup(terminal),
    };

    private static AirsCommand Check(Terminal terminal)
    {
        var file = Store();
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var command = new AirsCommand(
            "check",
            "Reads all of a store: the file, the state that a host would begin with, and every record of evidence. The exit code is 1 " +
            "where anything cannot be read.",
            ("airs store check airs.db", "whether a host can begin again on it"))
        {
            file, json,
        };
        command.SetAction(line =>
        {
            var path = StoreAt(line.GetRequiredValue(file));
            var check = Readable(() => StoreCheck.Of(path));
            if (line.GetValue(json))
                StoreText.WriteJson(terminal.Out, path, check);
            else
                StoreText.Write(terminal.Ink, path, check);
            return check.Faults.Count == 0 ? ExitCode.Clean : ExitCode.Findings;
        });
        return command;
    }

    private static AirsCommand Compact(Terminal terminal)
    {
        var file = Store();
        var command = new AirsCommand(
            "compact",
            "Gives back to the disk the room of what has been deleted. It takes as much free room as the store itself meanwhile.",
            ("airs store compact airs.db", "after much evidence has been deleted"))
        {
            file,
        };
        command.SetAction(line =>
        {
            var path = StoreAt(line.GetRequiredValue(file));
            var before = StoreFile.BytesOf(path);
            Use(path, store => store.Compact());
            var after = StoreFile.BytesOf(path);
            terminal.Ink.Write(DisplayText.Visible(path), Tone.Strong).Line($": {before} bytes before, {after} bytes now");
            return ExitCode.Clean;
        });
        return command;
    }

    private static AirsCommand Backup(Terminal terminal)
    {
        var file = Store();
        var to = PathSymbols.File("to", "The file to write, which is not there yet.");
        var command = new AirsCommand(
            "backup",
            "Copies a store into another file. A host that runs makes its copy itself ('SqliteStore.Backup').",
            ("airs store backup airs.db airs-backup.db", "a copy, on which a host can begin"))
        {
            file, to,
        };
        command.SetAction(line =>
        {
            var (path, copy) = (StoreAt(line.GetRequiredValue(file)), line.GetRequiredValue(to));
            Use(path, store => store.Backup(copy));
            terminal.Ink.Write(DisplayText.Visible(copy), Tone.Strong).Line($": {StoreFile.BytesOf(copy)} bytes");
            return ExitCode.Clean;
        });
        return command;
    }

    private static Argument<string> Store() => PathSymbols.File("file", "The store.");

    private static string StoreAt(string path) =>
        StoreFile.Is(path) ? path
        : throw new UsageException(File.Exists(path) ? $"The file '{path}' is no store." : $"There is no store at '{path}'.");

    private static void Use(string path, Action<SqliteStore> use) => Readable(() => StoreFile.Use(path, store =>
    {
        use(store);
        return true;
    }));

    private static T Readable<T>(Func<T> use)
    {
        try
        {
            return use();
        }
        catch (Exception failure) when (failure is InvalidDataException || FileFailure.Is(failure))
        {
            throw new UsageException(failure.Message);
        }
    }
}
