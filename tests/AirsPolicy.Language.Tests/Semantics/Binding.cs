using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Analysis.Declarations;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Tests.Semantics;

/// <summary>Binds policies that stand in a test, with the packages they take in.</summary>
internal static class Binding
{
    /// <summary>Binds the first source; the others are packages that it can take in.</summary>
    public static PolicyAnalysis Of(params string[] sources) => Of(new Dictionary<string, string>(), sources);

    /// <summary>Binds as of a day.</summary>
    public static PolicyAnalysis Of(DateOnly asOf, params string[] sources) => Of(new Dictionary<string, string>(), sources, asOf);

    public static PolicyAnalysis Of(IReadOnlyDictionary<string, string> files, params string[] sources) => Of(files, sources, asOf: null);

    private static PolicyAnalysis Of(IReadOnlyDictionary<string, string> files, string[] sources, DateOnly? asOf)
    {
        var packages = sources.Select((source, i) => Package(source, i, files)).ToList();
        // A snippet declares what its point needs and no more: rules for all of it would hide the point.
        var analysis = PolicyAnalyzer.Analyze(packages[0], new Packages(packages), asOf);
        return analysis with
        {
            Diagnostics = [.. analysis.Diagnostics.Where(found => found.Code != UnusedDeclarationAnalysis.Unused.Code)],
        };
    }

    /// <summary>The names that a policy declares and does not use; nothing else is wrong with it.</summary>
    public static string[] Unused(params string[] sources)
    {
        var packages = sources.Select((source, i) => Package(source, i, new Dictionary<string, string>())).ToList();
        var found = PolicyAnalyzer.Analyze(packages[0], new Packages(packages)).Diagnostics;
        Assert.Empty(
            found.Where(diagnostic => diagnostic.Code != UnusedDeclarationAnalysis.Unused.Code).Select(diagnostic => diagnostic.ToString())
        );
        return [.. found.Select(diagnostic => diagnostic.Arguments[1])];
    }

    /// <summary>Binds without asking any analysis.</summary>
    public static PolicyAnalysis Bound(string source)
    {
        var package = Package(source, 0, new Dictionary<string, string>());
        return PolicyBinder.Bind(package, new Packages([package]));
    }

    /// <summary>Binds as an editor does.</summary>
    public static PolicyAnalysis ForEditor(string source)
    {
        var package = Package(source, 0, new Dictionary<string, string>());
        return PolicyBinder.BindForEditor(package, new Packages([package]));
    }

    /// <summary>The model of a policy without any diagnostic.</summary>
    public static PolicyModel Model(params string[] sources)
    {
        var analysis = Of(sources);
        Assert.Empty(analysis.Diagnostics.Select(d => d.ToString()));
        return Assert.IsType<PolicyModel>(analysis.Model);
    }

    /// <summary>The one rule of a policy with one control at a point.</summary>
    public static RuleModel Rule(string rule, string point = "output", string declarations = "") =>
        Model(Policy($"control c {{ at {point} {rule} }}", declarations)).Controls.Single(c => c.Id == "p.c").Placements[0].Rules[0];

    /// <summary>The codes of a policy with one control at a point.</summary>
    public static string[] Codes(string rule, string point = "output", string declarations = "") =>
        [.. Of(Policy($"control c {{ at {point} {rule} }}", declarations)).Diagnostics.Select(d => d.Code)];

    public static string Policy(params string[] declarations) =>
        $"policy p\nsystem s {{ owner \"o\" }}\n{string.Join('\n', declarations)}\n";

    public static Diagnostic Single(PolicyAnalysis analysis) => Assert.Single(analysis.Diagnostics);

    private static PackageSyntax Package(string source, int index, IReadOnlyDictionary<string, string> files)
    {
        var tree = SyntaxTree.Parse(SourceText.From(source, $"file{index}.airs"));
        return new PackageSyntax(tree.Root.Header.Path.Text, [tree], new Files(files));
    }

    private sealed class Packages(List<PackageSyntax> packages) : IPackageLocator
    {
        public PackageSyntax? Find(string name) => packages.Find(p => p.Name == name);

        public IReadOnlyCollection<string> Names => [.. packages.Select(p => p.Name)];
    }

    private sealed class Files(IReadOnlyDictionary<string, string> files) : IPackageFiles
    {
        public bool TryRead(string path, out string? content, out string? problem)
        {
            problem = files.TryGetValue(path, out content) ? null : "there is no such file";
            return problem is null;
        }
    }
}
