namespace AirsPolicy.Language.Symbols.Packages;

/// <summary>Follows links inside a folder by hand, so that the file that is opened is the one that was checked.</summary>
internal static class FolderPath
{
    private const int MostLinks = 32;

    /// <summary>
    /// The place of a file without links, or null with <paramref name="problem"/> where a link leads out of the folder or in circles.
    /// </summary>
    /// <param name="root">The folder, as a full path; links above it are not looked at.</param>
    /// <param name="relative">The file, relative to the folder, without <c>..</c>.</param>
    public static string? Resolve(string root, string relative, out string? problem)
    {
        problem = null;
        for (var links = 0; links < MostLinks; links++)
        {
            var place = FirstLink(root, relative, out var target, out var rest);
            if (target is null)
                return place;
            var next = Path.GetRelativePath(root, Path.Join(target, rest));
            if (Path.IsPathRooted(next) || next is ".." || next.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                problem = "it lies outside the package";
                return null;
            }

            relative = next;
        }

        problem = "its links lead in circles";
        return null;
    }

    // The full path where no part of it is a link; else what the first link points at and what stands behind it.
    private static string FirstLink(string root, string relative, out string? target, out string rest)
    {
        var place = root;
        var parts = relative.Split(['/', Path.DirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            place = Path.Join(place, parts[i]);
            FileSystemInfo entry = Directory.Exists(place) ? new DirectoryInfo(place) : new FileInfo(place);
            if (entry.LinkTarget is not { } link)
                continue;
            target = Path.GetFullPath(link, Path.GetDirectoryName(place)!);
            rest = string.Join(Path.DirectorySeparatorChar, parts[(i + 1)..]);
            return place;
        }

        target = null;
        rest = "";
        return place;
    }
}
