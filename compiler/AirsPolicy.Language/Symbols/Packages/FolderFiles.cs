using System.Collections.Concurrent;

namespace AirsPolicy.Language.Symbols.Packages;

/// <summary>
/// The files of a folder on disk, as a package may name them. A file that has not changed since is not read again: every package that takes
/// this one in asks for it.
/// </summary>
/// <param name="folder">The package's folder.</param>
/// <param name="limits">How large a file may be; the defaults where null.</param>
internal sealed class FolderFiles(string folder, PackageLimits? limits = null) : IPackageFiles
{
    private const int LongestPath = 1_024;

    private readonly string _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
    private readonly PackageLimits _limits = limits ?? PackageLimits.Default;
    private readonly ConcurrentDictionary<string, ReadText> _read = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool TryRead(string path, out string? content, out string? problem)
    {
        content = null;
        problem = PathProblem(path);
        if (problem is not null)
            return false;
        try
        {
            var place = FolderPath.Resolve(_root, path, out problem);
            if (place is null)
                return false;
            if (Directory.Exists(place))
            {
                problem = "it is a folder";
                return false;
            }

            // Taken before the file is read, so that a change meanwhile is seen the next time.
            var version = FileVersion.Of(place);
            if (version is not null && _read.TryGetValue(place, out var known) && known.Version == version)
            {
                content = known.Content;
                return true;
            }

            if (Utf8File.ReadBytes(place, _limits.FileBytes) is not { } bytes)
            {
                problem = $"it is larger than {PackageFileReader.Size(_limits.FileBytes)}";
                return false;
            }

            content = Utf8File.Decode(bytes, out var notText);
            problem = notText is null ? null : $"it is not UTF-8 text: {notText}";
            if (content is not null && version is { } read)
                _read[place] = new ReadText(read, content);
            return content is not null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problem = Utf8File.Reason(failure);
            return false;
        }
    }

    /// <summary>Why a path cannot name a file of a package, or null: it is relative, with <c>/</c>, and never climbs.</summary>
    internal static string? PathProblem(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0)
            return "the path is empty";
        if (path.Length > LongestPath)
            return "the path is too long";
        if (path.AsSpan().IndexOfAnyInRange('\0', '\u001F') >= 0)
            return "the path holds a control character";
        if (path.Contains('\\', StringComparison.Ordinal))
            return "the path holds '\\'; folders are separated by '/'";
        if (path[0] == '/' || path.Contains(':', StringComparison.Ordinal))
            return "the path is absolute; it is relative to the package's folder";
        foreach (var part in path.Split('/'))
        {
            if (part is "" or "." or "..")
                return "it lies outside the package";
        }

        return null;
    }

    private sealed record ReadText(FileVersion Version, string Content);

    private readonly record struct FileVersion(long Length, DateTime Written)
    {
        public static FileVersion? Of(string place)
        {
            var file = new FileInfo(place);
            return file.Exists ? new FileVersion(file.Length, file.LastWriteTimeUtc) : null;
        }
    }
}
