using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Symbols.Packages;

/// <summary>Reads what lies under one path, once.</summary>
internal sealed class PackageFolderReader
{
    private readonly string _path;
    private readonly PackageLimits _limits;
    private readonly DiagnosticBag _diagnostics = new();
    private readonly PackageFileReader _files;
    private readonly List<PackageSyntax> _packages = [];
    private readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);

    public PackageFolderReader(string path, PackageLimits limits)
    {
        _path = path;
        _limits = limits;
        _files = new PackageFileReader(limits, _diagnostics);
    }

    public PackageFolder Read()
    {
        if (File.Exists(_path))
            ReadFile(_path);
        else if (Directory.Exists(_path))
            ReadFolder(_path);
        else
            Report(PackageDiagnostics.Unreadable, "there is no such file or folder");
        return Folder();
    }

    public PackageFolder Read(Stream input)
    {
        if (_files.Read(input, _path) is { } tree)
        {
            if (NameOf(tree) is { } package)
                AddPackage(package, ".", [tree]);
            else
                _diagnostics.AddRange(tree.Diagnostics);
        }
        return Folder();
    }

    private PackageFolder Folder() => new(_path, [.. _packages], _diagnostics.ToSorted());

    private void ReadFolder(string root)
    {
        foreach (var (folder, names) in new FolderWalk(_limits, _diagnostics).Walk(root))
        {
            AddPackages(root, folder, names);
            if (!_files.IsOverTotal)
                continue;
            Report(PackageDiagnostics.TooMuch, $"{PackageFileReader.Size(_limits.TotalBytes)} of policies");
            return;
        }
    }

    // The other files of the package are read too: a policy that is spread over files means nothing in part.
    private void ReadFile(string file)
    {
        var folder = Path.GetDirectoryName(file) is { Length: > 0 } above ? above : ".";
        var root = Path.GetFullPath(folder);
        var name = Path.GetFileName(file);
        if (_files.Read(root, name, file) is not { } wanted)
            return;
        if (NameOf(wanted) is not { } package)
        {
            _diagnostics.AddRange(wanted.Diagnostics);
            return;
        }

        // What is wrong with files of other packages is not asked for here.
        var quiet = new PackageFileReader(_limits, new DiagnosticBag());
        var trees = new List<SyntaxTree> { wanted };
        foreach (var other in new FolderWalk(_limits, _diagnostics).FilesOf(root))
        {
            if (string.Equals(other, name, StringComparison.Ordinal))
                continue;
            var tree = quiet.Read(root, other, Path.Join(Path.GetDirectoryName(file), other));
            if (tree is not null && string.Equals(NameOf(tree), package, StringComparison.Ordinal))
                trees.Add(tree);
        }

        AddPackage(package, folder, trees);
    }

    private void AddPackages(string root, string folder, IReadOnlyList<string> names)
    {
        var full = Path.GetFullPath(root);
        var trees = new List<SyntaxTree>();
        foreach (var name in names)
        {
            if (_files.Read(full, Path.Join(folder, name), Path.Join(root, folder, name)) is not { } tree)
                continue;
            // The parser has said that the header is missing.
            if (NameOf(tree) is null)
                _diagnostics.AddRange(tree.Diagnostics);
            else
                trees.Add(tree);
        }

        foreach (
            var package in trees.GroupBy(tree => NameOf(tree)!, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
            AddPackage(package.Key, Path.Join(root, folder), package);
    }

    private void AddPackage(string name, string folder, IEnumerable<SyntaxTree> files)
    {
        var trees = files.OrderBy(tree => tree.Source.Name, StringComparer.Ordinal).ToImmutableArray();
        ReportTwoKinds(name, trees);
        if (!_folders.TryAdd(name, folder))
            _diagnostics.Report(PackageDiagnostics.TwoFolders, trees[0].Source, trees[0].Root.Header.Path.Span, name, _folders[name]);
        _packages.Add(new PackageSyntax(name, trees, new FolderFiles(folder, _limits)));
    }

    private void ReportTwoKinds(string name, ImmutableArray<SyntaxTree> trees)
    {
        var first = trees[0].Root.Header;
        foreach (var tree in trees)
        {
            var header = tree.Root.Header;
            if (header.IsPolicy == first.IsPolicy || header.Keyword.IsMissing)
                continue;
            _diagnostics.Add(
                new Diagnostic(PackageDiagnostics.TwoKinds, tree.Source, header.Keyword.Span, [name, Kind(header), Kind(first)])
                {
                    Related = [new RelatedLocation(trees[0].Source, first.Keyword.Span, $"'{name}' is a {Kind(first)} here")],
                }
            );
            return;
        }
    }

    private void Report(DiagnosticDescriptor descriptor, string argument) =>
        _diagnostics.Report(descriptor, SourceText.From("", _path), default, argument);

    private static string? NameOf(SyntaxTree tree)
    {
        var path = tree.Root.Header.Path;
        return path.IsMissing ? null : path.Text;
    }

    private static string Kind(HeaderSyntax header) => header.IsPolicy ? "policy" : "library";
}
