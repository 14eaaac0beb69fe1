using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Symbols.Packages;

/// <summary>Finds the policy files of a folder and of the folders below it, in an order that does not depend on the platform.</summary>
internal sealed class FolderWalk(PackageLimits limits, DiagnosticBag diagnostics)
{
    private readonly List<PolicyFiles> _found = [];
    private int _files, _folders;
    private bool _stopped;

    /// <summary>Each folder that holds policy files, with their names, relative to <paramref name="root"/> ("" for itself).</summary>
    public IReadOnlyList<PolicyFiles> Walk(string root)
    {
        Visit(root, "", 0);
        return _found;
    }

    /// <summary>The names of the policy files of one folder.</summary>
    public IReadOnlyList<string> FilesOf(string root) => List(root, "").Files;

    // Hidden folders and links to folders are passed over: the former are tools' own, the latter could lead in circles.
    private void Visit(string root, string folder, int depth)
    {
        if (++_folders > limits.Folders || depth > limits.Depth)
        {
            Stop(root, depth > limits.Depth ? $"{limits.Depth} folders in each other" : $"{limits.Folders} folders");
            return;
        }

        var (files, folders) = List(root, folder);
        _files += files.Count;
        if (_files > limits.Files)
        {
            Stop(root, $"{limits.Files} policy files");
            return;
        }

        if (files.Count > 0)
            _found.Add(new PolicyFiles(folder, files));
        foreach (var below in folders)
        {
            if (_stopped)
                return;
            Visit(root, Path.Join(folder, below), depth + 1);
        }
    }

    private (List<string> Files, List<string> Folders) List(string root, string folder)
    {
        List<string> files = [], folders = [];
        var place = Path.Join(root, folder);
        try
        {
            foreach (var entry in new DirectoryInfo(place).EnumerateFileSystemInfos())
            {
                if (entry is DirectoryInfo)
                {
                    if (!entry.Name.StartsWith('.') && entry.LinkTarget is null)
                        folders.Add(entry.Name);
                }
                else if (entry.Name.EndsWith(".airs", StringComparison.Ordinal))
                {
                    files.Add(entry.Name);
                }
                else if (entry.Name.EndsWith(".airs", StringComparison.OrdinalIgnoreCase))
                {
                    diagnostics.Report(
                        PackageDiagnostics.OtherEnding,
                        SourceText.From("", Path.Join(place, entry.Name)),
                        default,
                        Path.GetExtension(entry.Name));
                }

                if (files.Count > limits.Files || folders.Count > limits.Folders)
                    break;
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            diagnostics.Report(PackageDiagnostics.Unreadable, SourceText.From("", place), default, Utf8File.Reason(failure));
        }

        files.Sort(StringComparer.Ordinal);
        folders.Sort(StringComparer.Ordinal);
        return (files, folders);
    }

    private void Stop(string root, string bound)
    {
        if (!_stopped)
            diagnostics.Report(PackageDiagnostics.TooMuch, SourceText.From("", root), default, bound);
        _stopped = true;
    }
}

/// <summary>A folder that holds policy files.</summary>
internal sealed record PolicyFiles(string Folder, IReadOnlyList<string> Names);
