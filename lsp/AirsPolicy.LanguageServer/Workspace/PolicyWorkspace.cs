using System.Collections.Immutable;
using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.LanguageServer.Protocol;
using Finding = AirsPolicy.Language.Diagnostics.Diagnostic;

namespace AirsPolicy.LanguageServer.Workspace;

/// <summary>The open documents over the files on disk, and what is known of them. For one thread.</summary>
/// <param name="roots">The editor's folders, as full paths.</param>
/// <param name="libraries">Has the packages that are in none of them.</param>
/// <param name="time">Says which day it is.</param>
/// <param name="analyze">Analyses a package as of a day.</param>
internal sealed class PolicyWorkspace(
    ImmutableArray<string> roots,
    IPackageLocator libraries,
    TimeProvider time,
    Func<PackageSyntax, IPackageLocator, DateOnly, PolicyAnalysis> analyze)
{
    private readonly Dictionary<string, OpenDocument> _byUri = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OpenDocument> _byPath = new(DocumentUri.PathComparer);
    private readonly DiskPackages _disk = new(roots);
    private readonly PackageAnalyses _analyses = new(time, analyze);
    private PackageOverlay? _overlay, _before;

    public PolicyWorkspace(ImmutableArray<string> roots, IPackageLocator libraries, TimeProvider time)
        : this(roots, libraries, time, (package, locator, day) => PolicyAnalyzer.AnalyzeForEditor(package, locator, day))
    {
    }

    public IReadOnlyCollection<OpenDocument> Open => _byUri.Values;

    /// <summary>The packages that can be named.</summary>
    public IReadOnlyCollection<string> PackageNames => Overlay().Names;

    /// <summary>The open document of that URI, or null.</summary>
    public OpenDocument? Find(string uri) => _byUri.GetValueOrDefault(uri);

    /// <summary>The URI under which the client knows a file.</summary>
    public string UriOf(string path) => _byPath.TryGetValue(path, out var document)
        ? document.Uri
        : Path.IsPathRooted(path) ? DocumentUri.FromPath(path) : path;

    public void DidOpen(TextDocumentItem item) => Put(OpenDocument.Open(item.Uri, item.Version, item.Text));

    /// <summary>Applies the changes to a document; one that is not open is passed over.</summary>
    public void DidChange(string uri, int? version, ImmutableArray<ContentChange> changes)
    {
        if (Find(uri) is { } document)
            Put(document.With(version, TextChanges.Apply(document.Source, changes)));
    }

    /// <summary>From here on the file on disk counts.</summary>
    public void DidClose(string uri)
    {
        if (!_byUri.Remove(uri, out var document))
            return;
        _byPath.Remove(document.Path);
        FilesChanged();
    }

    /// <summary>Something on disk has changed.</summary>
    public void FilesChanged()
    {
        _disk.Forget();
        _overlay = _before = null;
    }

    /// <summary>What is known of the package of an open document.</summary>
    public PolicyAnalysis AnalysisOf(OpenDocument document)
    {
        var overlay = Overlay();
        return _analyses.Of(overlay.At(document.Path)!, overlay);
    }

    /// <summary>What is known of every package that has an open document.</summary>
    public IReadOnlyList<PolicyAnalysis> Analyses()
    {
        var overlay = Overlay();
        var packages = OpenPackages(overlay);
        _analyses.Keep(packages);
        return [.. packages.Select(package => _analyses.Of(package, overlay))];
    }

    /// <summary>The packages without an open document that take in one with, directly or through others, the nearest first.</summary>
    public IReadOnlyList<PackageSyntax> Dependents()
    {
        var overlay = Overlay();
        var takers = overlay.All
            .SelectMany(package => TakenIn(package).Select(name => (Package: package, Taken: overlay.FindOwn(name))))
            .Where(edge => edge.Taken is not null)
            .ToLookup(edge => edge.Taken!, edge => edge.Package, ReferenceEqualityComparer.Instance);
        var open = OpenPackages(overlay);
        var reached = new HashSet<PackageSyntax>(open, ReferenceEqualityComparer.Instance);
        var found = new List<PackageSyntax>(open);
        for (var next = 0; next < found.Count; next++)
            found.AddRange(takers[found[next]].Where(reached.Add));
        return found[open.Count..];
    }

    /// <summary>What is known of a package, or null where it is none of those here any more.</summary>
    public PolicyAnalysis? AnalysisOf(PackageSyntax package)
    {
        var overlay = Overlay();
        return overlay.All.Contains(package, ReferenceEqualityComparer.Instance) ? _analyses.Of(package, overlay) : null;
    }

    /// <summary>What is known of every package here whose text has one of the names.</summary>
    public IReadOnlyList<PolicyAnalysis> Naming(params ReadOnlySpan<string> names)
    {
        var wanted = names.ToArray();
        var overlay = Overlay();
        return
        [
            .. overlay.All
                .Where(package => package.Trees.Any(tree =>
                    wanted.Any(name => tree.Source.Content.Contains(name, StringComparison.Ordinal))))
                .Select(package => _analyses.Bound(package, overlay)),
        ];
    }

    /// <summary>All packages of the editor's folders and open documents.</summary>
    public IReadOnlyCollection<PackageSyntax> Packages => Overlay().All;

    /// <summary>The file lies in the editor's folders or is open, so that it may be changed.</summary>
    public bool IsOwn(SourceText source) =>
        Overlay().At(source.Path)?.Trees.Any(tree => ReferenceEquals(tree.Source, source)) == true;

    /// <summary>What would be known of a package if files had other texts.</summary>
    /// <param name="texts">The path of each such file with its text.</param>
    public Func<PackageSyntax, PolicyAnalysis> With(IEnumerable<(string Path, string Text)> texts)
    {
        var open = new Dictionary<string, OpenDocument>(_byPath, DocumentUri.PathComparer);
        foreach (var (path, text) in texts)
            open[path] = OpenDocument.Open(UriOf(path), null, text);
        var overlay = new PackageOverlay(_disk.For(_byPath.Keys), open, libraries, Overlay());
        return package => PolicyBinder.BindForEditor(overlay.At(package.Trees[0].Source.Path)!, overlay);
    }

    /// <summary>
    /// What keeps files on disk from belonging to a package, but where an open document says something else than its file.
    /// </summary>
    public IEnumerable<Finding> FolderFindings() =>
        _disk
            .FindingsFor(_byPath.Keys)
            .Where(finding =>
                !_byPath.TryGetValue(finding.Source.Path, out var document)
                || (finding.Source.Length > 0 && document.Source.Content == finding.Source.Content));

    private List<PackageSyntax> OpenPackages(PackageOverlay overlay) =>
        [.. _byUri.Values.Select(document => overlay.At(document.Path)!).Distinct<PackageSyntax>(ReferenceEqualityComparer.Instance)];

    private static IEnumerable<string> TakenIn(PackageSyntax package) => package.Trees
        .SelectMany(tree => tree.Root.Directives)
        .Select(directive => directive switch
        {
            UseDirectiveSyntax use => use.Path.Text,
            ExtendsDirectiveSyntax extends => extends.Path.Text,
            _ => null,
        })
        .OfType<string>()
        .Distinct(StringComparer.Ordinal);

    private void Put(OpenDocument document)
    {
        _byUri[document.Uri] = _byPath[document.Path] = document;
        _before = _overlay ?? _before;
        _overlay = null;
    }

    private PackageOverlay Overlay() => _overlay ??= new PackageOverlay(_disk.For(_byPath.Keys), _byPath, libraries, _before);
}
