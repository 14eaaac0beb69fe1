using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Deciding;
using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Detectors.Builtin;
using DetectorSet = AirsPolicy.Text.Detectors.DetectorSet;

namespace AirsPolicy.Cli.Scanning;

/// <summary>The detectors that texts are held to.</summary>
/// <param name="Names">The names of those that are asked, by what a text is.</param>
/// <param name="Set">All of them.</param>
internal sealed record AskedDetectors(IReadOnlyDictionary<TextSide, IReadOnlyList<string>> Names, DetectorSet Set)
{
    private static readonly Dictionary<TextSide, string> s_packs = new()
    {
        [TextSide.User] = "input_pack",
        [TextSide.Data] = "data_pack",
        [TextSide.Output] = "output_pack",
    };

    /// <summary>What the packs of <c>airs.detect</c> are made of.</summary>
    public static AskedDetectors OfLibrary()
    {
        var model = OfNames([.. s_packs.Values]);
        return new AskedDetectors(
            s_packs.ToDictionary(pack => pack.Key, pack => PartsOf(model, $"airs.detect.{pack.Value}")),
            SetOf(model, []));
    }

    /// <summary>Detectors by name: of <c>airs.detect</c>, or built in.</summary>
    /// <exception cref="UsageException">There is no such detector.</exception>
    public static AskedDetectors Named(IReadOnlyList<string> names) => Of(OfNames(names));

    /// <summary>The detectors that a policy's rules ask; null, with its errors written, where it cannot be built.</summary>
    public static AskedDetectors? OfPolicy(string path, IReadOnlyCollection<string> libraries, TextWriter errors) =>
        PolicyChoice.Bind(path, libraries, errors) is { } model ? Of(model) : null;

    private static AskedDetectors Of(PolicyModel model)
    {
        var asked = DetectorUse.Of(model).Order(StringComparer.Ordinal).ToList();
        return new AskedDetectors(s_packs.ToDictionary(pack => pack.Key, _ => (IReadOnlyList<string>)asked), SetOf(model, asked));
    }

    private static DetectorSet SetOf(PolicyModel model, IEnumerable<string> asked) =>
        DetectorSet.Compile(model.Detectors.Concat(asked.Select(BuiltinDetectors.DefinitionOf).OfType<DetectorDefinition>()));

    private static IReadOnlyList<string> PartsOf(PolicyModel model, string pack) =>
        [.. model.Detectors.Single(detector => detector.Name == pack).Items.Select(item => item.Content).Order(StringComparer.Ordinal)];

    // By a policy that asks them, so that names, parameters and references mean what they mean everywhere.
    private static PolicyModel OfNames(IReadOnlyList<string> names)
    {
        var source =
            $"policy scan\nuse airs.detect\nsystem scan {{ owner \"scan\" }}\ncontrol scan {{\n  at input\n{string.Concat(names.Select(name => $"  when {name}.found(text) then flag\n"))}}}\n";
        var package = new PackageSyntax("scan", [SyntaxTree.Parse(SourceText.From(source))], NoFiles.Instance);
        var analysis = PolicyAnalyzer.Analyze(package, new PackageLocator([]));
        return analysis.Model ?? throw new UsageException(analysis.Diagnostics.First().Message);
    }

    private sealed class NoFiles : IPackageFiles
    {
        public static NoFiles Instance { get; } = new();

        public bool TryRead(string path, out string? content, out string? problem)
        {
            (content, problem) = (null, "there is no such file");
            return false;
        }
    }
}
