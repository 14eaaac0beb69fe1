namespace AirsPolicy.Site.Pages;

/// <summary>Where pages lie: as their files do, so that links stay relative.</summary>
internal static class PagePath
{
    private const string Index = "README.md";

    /// <summary>The path of a file's page, relative to the site.</summary>
    public static string Of(string path) =>
        IsIndex(path) ? path[..^Index.Length] + "index.html"
        : path.EndsWith(".md", StringComparison.Ordinal) ? path[..^3] + ".html"
        : path + ".html";

    /// <summary>The file that introduces the folder of another.</summary>
    public static string IndexOf(string path) => FolderOf(path) + Index;

    /// <summary>Whether the file introduces its folder.</summary>
    public static bool IsIndex(string path) => FolderOf(path) + Index == path;

    /// <summary>The folder of a path with its last slash; empty for the root.</summary>
    public static string FolderOf(string path) => path[..(path.LastIndexOf('/') + 1)];

    /// <summary>What leads from a page to the folder of the site; empty or ending in a slash.</summary>
    public static string ToRoot(string path) => string.Concat(Enumerable.Repeat("../", path.Count(character => character == '/')));

    /// <summary>The file that a relative address names; null where it lies outside the repository.</summary>
    public static string? Resolve(string from, string address)
    {
        var parts = new List<string>(FolderOf(from).Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in address.Split('/'))
        {
            if (part == ".." && parts.Count == 0)
                return null;
            if (part == "..")
                parts.RemoveAt(parts.Count - 1);
            else if (part != ".")
                parts.Add(part);
        }

        return string.Join('/', parts);
    }
}
