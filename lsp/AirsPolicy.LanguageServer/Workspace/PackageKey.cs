using AirsPolicy.Language.Syntax;

namespace AirsPolicy.LanguageServer.Workspace;

/// <summary>What the files of one package share.</summary>
/// <param name="Folder">The folder they lie in; of a file without a name in its header the file itself, for it stands alone.</param>
/// <param name="Name">The name in their headers, or empty.</param>
internal readonly record struct PackageKey(string Folder, string Name)
{
    public static PackageKey Of(SyntaxTree tree)
    {
        var name = tree.Root.Header.Path;
        return name.IsMissing
            ? new PackageKey(tree.Source.Path, "")
            : new PackageKey(Path.GetDirectoryName(tree.Source.Path) ?? "", name.Text);
    }
}
