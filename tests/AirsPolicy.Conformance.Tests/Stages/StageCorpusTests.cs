using System.Text;
using System.Text.Json;
using AirsPolicy.Compiler;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Compiler.Planning;
using AirsPolicy.Compiler.Planning.Nodes;
using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Formatting;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Symbols.Packages;

namespace AirsPolicy.Conformance.Tests.Stages;

/// <summary>
/// Policies with what each stage makes of them beside them. <c>AIRS_UPDATE_CORPUS=1</c> writes them anew; the difference is read in review.
/// </summary>
public class StageCorpusTests
{
    private static readonly string s_folder = Repository.PathOf("tests", "corpus", "policies");

    private static IEnumerable<string> Names => Directory.EnumerateFiles(s_folder, "*.airs").Select(file => Path.GetFileName(file));

    public static TheoryData<string> Files => [.. Names];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_stage_makes_of_a_policy_what_stands_beside_it(string file)
    {
        var analysis = Analyse(file);
        Assert.Empty(analysis.Diagnostics.Where(found => found.Severity != DiagnosticSeverity.Notice).Select(found => found.ToString()));
        var tree = analysis.Package.Trees.Single();
        Compare(file, ".tree.txt", TreeText.Write(tree));
        Compare(file, ".formatted.txt", Formatter.Format(tree));
        Compare(file, ".model.json", Indented(ModelJson.Write(analysis.Model!)));
        Compare(file, ".plan.txt", PlanText.Write(PolicyPlanner.Plan(analysis.Model!)));
        Compare(file, ".cs.txt", PolicyCompiler.Compile(analysis.Model!).Code);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_tests_of_a_corpus_policy_pass(string file) =>
        Assert.Empty(
            new PolicyTestRunner(Analyse(file).Model!).Run().SelectMany(result => result.Findings).Select(finding => finding.Message));

    [Fact]
    public void The_corpus_shows_every_kind_of_expression_and_effect()
    {
        var rules = Names
            .SelectMany(file => Analyse(file).Model!.Controls)
            .SelectMany(control => control.Placements)
            .SelectMany(placement => placement.Rules)
            .ToList();
        var seen = rules
            .SelectMany(ExpressionTree.All)
            .Select(e => e.GetType())
            .Concat(rules.SelectMany(r => r.Effects).Select(e => e.GetType()))
            .ToHashSet();
        seen.UnionWith(
            Names
                .SelectMany(file => Analyse(file).Model!.Aggregates)
                .SelectMany(aggregate => aggregate.Sources)
                .SelectMany(source => source.Where is null ? [] : ExpressionTree.DescendantsAndSelf(source.Where))
                .Select(e => e.GetType()));
        var missing = typeof(PolicyModel)
            .Assembly.GetTypes()
            .Where(type => type.IsSealed && (type.IsSubclassOf(typeof(Expression)) || type.IsSubclassOf(typeof(EffectModel))))
            .Except(seen)
            .Select(type => type.Name);
        Assert.Empty(missing);
    }

    [Fact]
    public void The_corpus_shows_every_row_of_arithmetic()
    {
        var seen = Names.SelectMany(file => Analyse(file).Model!.Controls)
            .SelectMany(control => control.Placements).SelectMany(placement => placement.Rules)
            .SelectMany(ExpressionTree.All).OfType<ArithmeticExpression>().Select(a => a.Kind).ToHashSet();
        Assert.Empty(Enum.GetValues<ArithmeticKind>().Except(seen));
    }

    [Fact]
    public void The_corpus_shows_every_kind_of_plan()
    {
        var plans = string.Concat(Names.Select(file => PlanText.Write(PolicyPlanner.Plan(Analyse(file).Model!))));
        var kinds = typeof(PolicyPlan)
            .Assembly.GetTypes()
            .Where(type =>
                type.Namespace == typeof(PolicyPlan).Namespace && type.Name.EndsWith("Plan", StringComparison.Ordinal) && !type.IsAbstract)
            .Select(type => type.Name)
            .Concat(Enum.GetNames<GuardKind>().Select(kind => $"Kind: {kind},"));
        Assert.All(kinds, kind => Assert.Contains(kind, plans, StringComparison.Ordinal));
    }

    private static PolicyAnalysis Analyse(string file)
    {
        var folder = PackageFolder.Read(Path.Combine(s_folder, file));
        return PolicyAnalyzer.Analyze(folder.Packages.Single(p => p.Trees.Any(t => t.Source.Name == file)), new PackageLocator([folder]));
    }

    private static void Compare(string file, string suffix, string actual)
    {
        var path = Path.Combine(s_folder, Path.GetFileNameWithoutExtension(file) + suffix);
        if (Repository.Updates("AIRS_UPDATE_CORPUS"))
            File.WriteAllText(path, actual);
        else
            Assert.True(
                File.Exists(path) && File.ReadAllText(path) == actual,
                $"{suffix} of {file} has changed; run once with AIRS_UPDATE_CORPUS=1 and read the difference.");
    }

    private static string Indented(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
            document.WriteTo(writer);
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
