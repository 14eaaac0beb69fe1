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
/// <param name="Inputs">The names of those that are asked of what comes from users and documents.</param>
/// <param name="Outputs">The names of those that are asked of a model's answers.</param>
/// <param name="Set">All of them.</param>
internal sealed record AskedDetectors(IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs, DetectorSet Set)
{
    /// <summary>What the packs of <c>airs.detect</c> are made of.</summary>
    public static AskedDetectors OfLibrary()
    {
        var model = OfNames(["input_pack", "output_pack"]);
        return new AskedDetectors(PartsOf(model, "airs.detect.input_pack"), PartsOf(model, "airs.detect.output_pack"), SetOf(model, []));
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
        return new AskedDetectors(asked, asked, SetOf(model, asked));
    }

    private static DetectorSet SetOf(PolicyModel model, IEnumerable<string> asked) =>
        DetectorSet.Compile(model.Detectors.Concat(asked.Select(BuiltinDetectors.DefinitionOf).OfType<DetectorDefinition>()));

    private static List<string> PartsOf(PolicyModel model, string pack) =>
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
