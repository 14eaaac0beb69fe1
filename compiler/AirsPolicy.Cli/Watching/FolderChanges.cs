using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Workspaces;

namespace AirsPolicy.Cli.Watching;

/// <summary>The changes below folders, as the file system tells them, until Ctrl+C or until the process is asked to end.</summary>
internal sealed class FolderChanges : IChangeSource
{
    private readonly CancellationTokenSource _end = new();
    private readonly BlockingCollection<string> _changed = [];
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly PosixSignalRegistration[] _signals;

    /// <param name="paths">Folders and files; of a file its folder is watched, since the package of the file lies there.</param>
    /// <exception cref="UsageException">A path does not exist or cannot be watched.</exception>
    public FolderChanges(IEnumerable<string> paths)
    {
        // What runs in the background of a script does not hear Ctrl+C.
        _signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, End), PosixSignalRegistration.Create(PosixSignal.SIGTERM, End)];
        foreach (var folder in paths.Select(Folder).Distinct(StringComparer.Ordinal))
            _watchers.Add(Watch(folder));
    }

    public CancellationToken Ended => _end.Token;

    public string? Next(TimeSpan patience)
    {
        try
        {
            return _changed.TryTake(out var path, (int)patience.TotalMilliseconds, Ended) ? path : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        foreach (var signal in _signals)
            signal.Dispose();
        foreach (var watcher in _watchers)
            watcher.Dispose();
    }

    private void End(PosixSignalContext signal)
    {
        signal.Cancel = true;
        _end.Cancel();
    }

    private static string Folder(string path) => Directory.Exists(path) ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))
        : File.Exists(path) ? Path.GetDirectoryName(Path.GetFullPath(path))!
        : throw new UsageException($"There is no file or folder '{path}'.");

    private FileSystemWatcher Watch(string folder)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        // A folder is changed where a file in it is, which is told by itself.
        watcher.Changed += (_, change) =>
        {
            if (!Directory.Exists(change.FullPath))
                _changed.Add(change.FullPath);
        };
        watcher.Deleted += (_, change) => _changed.Add(change.FullPath);
        watcher.Created += (_, change) => Appeared(change.FullPath);
        watcher.Renamed += (_, change) =>
        {
            _changed.Add(change.OldFullPath);
            Appeared(change.FullPath);
        };
        // Some changes were not told: the folder stands for all of them.
        watcher.Error += (_, _) => _changed.Add(folder);
        try
        {
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            watcher.Dispose();
            throw FileFailure.Unreadable($"'{folder}'", folder, failure);
        }
    }

    // Of a folder that is moved here nothing is told of its files.
    private void Appeared(string path)
    {
        _changed.Add(path);
        try
        {
            foreach (var file in Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.airs", SearchOption.AllDirectories) : [])
                _changed.Add(file);
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            // It is gone again; what was told is enough.
        }
    }
}
