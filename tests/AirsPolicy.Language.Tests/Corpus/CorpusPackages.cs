using System.Globalization;
using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Analysis.Declarations;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Tests.Corpus;

/// <summary>
/// Binds corpus files. A folder named for the code holds what a case needs beside its file: other packages, one a file, and the files
/// that policies name in quotes. A package <c>root.airs</c> there is bound in place of the case, which it takes in. <c>corpus.deep_1</c>
/// and so on take in one another, sixty of them, and then the case.
/// </summary>
internal sealed class CorpusPackages : IPackageLocator
{
    private const int Deepest = 62;

    private static readonly DateOnly s_asOf = new(2026, 6, 15);

    private readonly Dictionary<string, PackageSyntax> _packages = new(StringComparer.Ordinal);

    private CorpusPackages(SourceText source)
    {
        var folder = Path.Combine(RepositoryFolder.Corpus("diagnostics"), source.Name[..8]);
        var files = new Files(folder);
        Add(source, files);
        foreach (var path in (Directory.Exists(folder) ? Directory.GetFiles(folder, "*.airs") : []).Order(StringComparer.Ordinal))
            Add(SourceText.From(File.ReadAllText(path), $"{source.Name[..8]}/{Path.GetFileName(path)}"), files);
        for (var i = 1; i <= Deepest && _packages.ContainsKey("corpus.root"); i++)
        {
            var next = i == Deepest ? "corpus.sample" : string.Create(CultureInfo.InvariantCulture, $"corpus.deep_{i + 1}");
            Add(SourceText.From(string.Create(CultureInfo.InvariantCulture, $"library corpus.deep_{i}\nuse {next}\n"), "deep.airs"), files);
        }
    }

    public IReadOnlyCollection<string> Names => _packages.Keys;

    public PackageSyntax? Find(string name) => _packages.GetValueOrDefault(name);

    /// <summary>
    /// What is found in a case; of the files beside it, nothing. Most cases declare more than they use, which only its own case shows.
    /// </summary>
    public static IReadOnlyList<Diagnostic> Diagnose(SourceText source) =>
        [
            .. DiagnoseAll(source)
                .Where(found =>
                    found.Code != UnusedDeclarationAnalysis.Unused.Code || source.Name.StartsWith(found.Code, StringComparison.Ordinal)),
        ];

    /// <summary>The same, with what the case declares and does not use.</summary>
    public static IReadOnlyList<Diagnostic> DiagnoseAll(SourceText source)
    {
        var packages = new CorpusPackages(source);
        var root = packages.Find("corpus.root") ?? packages._packages.Values.First();
        return
        [
            .. PolicyAnalyzer.Analyze(root, packages, s_asOf).Diagnostics.Where(diagnostic => ReferenceEquals(diagnostic.Source, source)),
        ];
    }

    /// <summary>The codes of what analyses find in a case, beyond what binding finds.</summary>
    public static IEnumerable<string> CodesOfAnalyses(SourceText source)
    {
        var packages = new CorpusPackages(source);
        var root = packages.Find("corpus.root") ?? packages._packages.Values.First();
        return PolicyAnalyzer
            .Analyze(root, packages, s_asOf)
            .Diagnostics.Select(diagnostic => diagnostic.Code)
            .Except(PolicyBinder.Bind(root, packages).Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    private void Add(SourceText source, Files files)
    {
        var tree = SyntaxTree.Parse(source);
        var name = tree.Root.Header.Path.Text;
        _packages.TryAdd(name, new PackageSyntax(name, [tree], files));
    }

    private sealed class Files(string folder) : IPackageFiles
    {
        public bool TryRead(string path, out string? content, out string? problem)
        {
            var full = Path.Combine(folder, path);
            content = File.Exists(full) ? File.ReadAllText(full) : null;
            problem = content is null ? "there is no such file" : null;
            return content is not null;
        }
    }
}
