using AirsPolicy.Language.Symbols.Packages;

namespace AirsPolicy.LanguageServer.Workspace;

/// <summary>Nothing lies beside a document that is in no file.</summary>
internal sealed class NoFiles : IPackageFiles
{
    private NoFiles()
    {
    }

    public static NoFiles Instance { get; } = new();

    /// <inheritdoc/>
    public bool TryRead(string path, out string? content, out string? problem)
    {
        content = null;
        problem = "the policy is not saved in a folder yet";
        return false;
    }
}
