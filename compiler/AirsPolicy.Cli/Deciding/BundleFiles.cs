using System.Text;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Runtime.Bundles;

namespace AirsPolicy.Cli.Deciding;

/// <summary>The source files that a bundle carries of one package.</summary>
/// <param name="bundle">The bundle, its digests checked.</param>
/// <param name="folder">What the names of the package's files begin with.</param>
internal sealed class BundleFiles(Bundle bundle, string folder) : IPackageFiles
{
    /// <inheritdoc/>
    public bool TryRead(string path, out string? content, out string? problem)
    {
        content = Text(folder + path);
        problem = content is null ? "there is no such file" : null;
        return content is not null;
    }

    /// <summary>The text of a file by its name behind the folder of sources, or null.</summary>
    public string? Text(string name) =>
        bundle.Find(BundleFormat.Sources + name) is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;
}
