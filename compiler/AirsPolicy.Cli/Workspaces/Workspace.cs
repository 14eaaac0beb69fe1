using System.Collections.Immutable;
using AirsPolicy.Cli.Console;
using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Cli.Workspaces;

/// <summary>The packages that a command line names, and the libraries they can take in.</summary>
internal sealed class Workspace
{
    private readonly ImmutableArray<PackageFolder> _libraries;
    private readonly PackageLocator _locator;

    public Workspace(ImmutableArray<PackageFolder> folders, ImmutableArray<PackageFolder> libraries)
    {
        Folders = folders;
        _libraries = libraries;
        _locator = new PackageLocator([.. folders, .. libraries]);
    }

    /// <summary>What stands under the paths given.</summary>
    public ImmutableArray<PackageFolder> Folders { get; }

    /// <summary>The packages under the paths given, each once.</summary>
    public IEnumerable<PackageSyntax> Packages =>
        Folders.SelectMany(folder => folder.Packages).DistinctBy(package => package.Trees[0].Source.Path, StringComparer.Ordinal);

    /// <summary>The number of policy files under the paths given.</summary>
    public int FileCount => Packages.Sum(package => package.Trees.Length);

    /// <summary>Reads what the command line names.</summary>
    /// <param name="openInput">Opens the standard input, where a path may name it; else null.</param>
    /// <exception cref="UsageException">A path does not exist, or nothing under the paths is a policy.</exception>
    public static Workspace Read(IReadOnlyCollection<string> paths, IReadOnlyCollection<string> libraries, Func<Stream>? openInput = null)
    {
        var folders = paths
            .Distinct(StringComparer.Ordinal)
            .Select(path => path == StandardInput.Path && openInput is not null ? StandardInput.Read(openInput) : Read(path));
        var workspace = new Workspace([.. folders], [.. libraries.Select(Read)]);
        if (!workspace.Packages.Any() && workspace.Folders.All(folder => folder.Diagnostics.IsEmpty))
            throw new UsageException($"There is no policy under '{string.Join("', '", paths)}'; policies are files that end in .airs.");
        return workspace;
    }

    /// <summary>Binds and analyses every package.</summary>
    /// <param name="asOf">The day as of which waivers and reviews are judged, or null to judge none.</param>
    public ImmutableArray<PolicyAnalysis> Analyze(DateOnly? asOf = null)
    {
        PackageSyntax[] packages = [.. Packages];
        var analyses = new PolicyAnalysis[packages.Length];
        Parallel.For(0, packages.Length, i => analyses[i] = PolicyAnalyzer.Analyze(packages[i], _locator, asOf));
        return [.. analyses];
    }

    /// <summary>Everything to report, each finding once, by path and place; hints are for editors.</summary>
    public ImmutableArray<Diagnostic> DiagnosticsOf(IReadOnlyCollection<PolicyAnalysis> analyses) =>
    [
        .. Folders.Concat(_libraries).SelectMany(folder => folder.Diagnostics)
            .Concat(analyses.SelectMany(analysis => analysis.Diagnostics))
            .Concat(UntakenLibraries.Of(analyses))
            .Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hint)
            .DistinctBy(diagnostic => new { diagnostic.Source.Path, diagnostic.Span, diagnostic.Code, diagnostic.Message })
            .OrderBy(diagnostic => diagnostic.Source.Path, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Span.Start)
            .ThenBy(diagnostic => diagnostic.Span.End),
    ];

    /// <summary>The same packages, of which is noted what they are read from.</summary>
    /// <param name="read">Where it is noted; null to note nothing.</param>
    public Workspace Noting(ReadFiles? read)
    {
        return read is null ? this : new Workspace([.. Folders.Select(Note)], [.. _libraries.Select(Note)]);

        PackageFolder Note(PackageFolder folder) => folder with { Packages = [.. folder.Packages.Select(read.Note)] };
    }

    /// <summary>The same packages with the text of some files replaced.</summary>
    /// <param name="changed">The new texts by path.</param>
    public Workspace With(IReadOnlyDictionary<string, SourceText> changed)
    {
        return new Workspace([.. Folders.Select(folder => folder with { Packages = [.. folder.Packages.Select(Renew)] })], _libraries);

        PackageSyntax Renew(PackageSyntax package) => package with { Trees = [.. package.Trees.Select(Reparse)] };

        SyntaxTree Reparse(SyntaxTree tree) =>
            changed.TryGetValue(tree.Source.Path, out var source) && source != tree.Source ? SyntaxTree.Parse(source) : tree;
    }

    private static PackageFolder Read(string path) => path.Length > 0 && (File.Exists(path) || Directory.Exists(path))
        ? PackageFolder.Read(path)
        : throw new UsageException($"There is no file or folder '{path}'.");
}
