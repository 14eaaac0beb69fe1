namespace AirsPolicy.LanguageServer.Workspace;

/// <summary>Between the client's URIs and paths of the file system.</summary>
internal static class DocumentUri
{
    /// <summary>How two paths are compared here.</summary>
    public static StringComparer PathComparer { get; } =
        OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>The full path that a <c>file:</c> URI names, or null for any other URI, as an unsaved document has.</summary>
    public static string? ToPath(string? uri)
    {
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var parsed)
            || !parsed.IsFile
            || parsed.LocalPath.Contains('\0', StringComparison.Ordinal))
            return null;
        // Some clients write the colon of a drive as %3A, which leaves a slash in front of it.
        var path = parsed.LocalPath;
        return Path.GetFullPath(path.Length > 2 && path[0] == '/' && path[2] == ':' ? path[1..] : path);
    }

    /// <summary>The URI of a full path.</summary>
    public static string FromPath(string path) => new Uri(path).AbsoluteUri;
}
