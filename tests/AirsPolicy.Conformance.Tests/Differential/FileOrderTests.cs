using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AirsPolicy.Collections;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Decisions;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Conformance.Tests.Differential;

public sealed class FileOrderTests
{
    private const int Shuffles = 30;

    private static readonly ImmutableArray<PackageFolder> s_folders =
    [
        .. new[] { Repository.PathOf("tests", "corpus", "policies"), Repository.PathOf("policies", "examples") }.Select(folder =>
            PackageFolder.Read(folder)),
    ];

    // Policies extend libraries that lie beside them.
    private static readonly PackageLocator s_locator = new(s_folders);

    // Together they use every kind of expression and effect, and files beside the policy. A thorough run takes all examples, and any other a
    // third of them.
    private static readonly ImmutableArray<PackageSyntax> s_packages =
    [
        .. s_folders[0].Packages,
        .. s_folders[1].Packages.Where((_, place) => place % 3 == 0 || Laws.AreThorough),
    ];

    // As they are written: what they say, the requests of their tests and the decisions on them.
    private static readonly Lazy<Dictionary<PackageSyntax, (PolicyModel Model, ValueList<TestVector> Vectors)>> s_written =
        new(() => s_packages.Select(package => (package, model: Bind(package)))
            .ToDictionary(bound => bound.package, bound => (bound.model, TestVectors.From(bound.model))));

    // The vectors of a bundle follow from its model.
    [Fact]
    public void The_order_in_which_files_are_read_leaves_no_trace_in_the_bundle()
    {
        foreach (var package in s_packages.Where(package => package.Trees.Length > 1))
        {
            var model = s_written.Value[package].Model;
            var reversed = Bind(new PackageSyntax(package.Name, [.. package.Trees.Reverse()], package.Files));
            Assert.Equal(model, reversed);
            Assert.Equal(BundleBuilder.Build(model, []), BundleBuilder.Build(reversed, []));
        }
    }

    [Fact]
    public void Declarations_in_any_order_in_any_file_are_the_same_model_and_decide_alike()
    {
        var requests = s_written.Value.ToDictionary(
            written => written.Key,
            written => written.Value.Vectors.Select(vector => (vector.Point, vector.Facts)).Distinct().ToArray());
        Assert.All(requests.Values, Assert.NotEmpty);
        var known = s_written.Value.ToDictionary(
            written => written.Key,
            written => Meaning(written.Value.Model, requests[written.Key]));
        var shuffles =
            from package in Gen.Elements<PackageSyntax>(s_packages)
            from seed in Gen.Choose(0, int.MaxValue)
            select (package, seed);
        Prop.ForAll(
                shuffles.ToArbitrary(),
                shuffle =>
                {
                    var (model, decisions) = Meaning(
                        Bind(Shuffled(shuffle.package, new Random(shuffle.seed))),
                        requests[shuffle.package]);
                    Assert.Equal(known[shuffle.package].Model, model);
                    Assert.Equal(known[shuffle.package].Decisions, decisions);
                }
            )
            .Check(Laws.Times(Shuffles));
    }

    [Fact]
    public void Emitted_code_of_a_shuffled_package_decides_alike()
    {
        foreach (var (package, (_, vectors)) in s_written.Value)
        {
            using var emitted = new EmittedEngine(Bind(Shuffled(package, new Random(7))));
            foreach (var (vector, decision) in emitted.Repeat(vectors))
                Assert.Equal(WithoutPlaces(vector.Decision), WithoutPlaces(decision));
        }
    }

    // What the policy says, and what it decides on requests without a past.
    private static (string Model, ValueList<Decision> Decisions) Meaning(PolicyModel model, (string Point, string Facts)[] requests)
    {
        var interpreter = new PolicyInterpreter(model);
        var json = JsonNode.Parse(ModelJson.Write(model with
        {
            Sources = [],
            Tests = model.Tests.OrderBy(test => test.Title, StringComparer.Ordinal).ToValueList(),
            Proofs = model.Proofs.OrderBy(proof => proof.Title, StringComparer.Ordinal).ToValueList(),
        }))!;
        RemovePlaces(json);
        return (
            json.ToJsonString(),
            requests.Select(request => WithoutPlaces(interpreter.Decide(request.Point, request.Facts))).ToValueList());
    }

    private static PolicyModel Bind(PackageSyntax package)
    {
        var analysis = PolicyBinder.Bind(package, s_locator);
        Assert.Empty(analysis.Diagnostics.Select(found => found.ToString()));
        return analysis.Model!;
    }

    // The same declarations in another order in up to three files, which are read in another order too.
    private static PackageSyntax Shuffled(PackageSyntax package, Random random)
    {
        var declarations = package
            .Trees.SelectMany(tree => tree.Root.Declarations.Select(declaration => Text(tree, declaration)))
            .ToArray();
        random.Shuffle(declarations);
        var files = random.Next(1, 4);
        var trees = Enumerable.Range(0, files)
            .Select(file =>
            {
                var head = package.Trees.Select(tree => Text(tree, tree.Root.Header)).MaxBy(header => header.Length);
                var directives = package
                    .Trees.SelectMany(tree => tree.Root.Directives.Select(directive => Text(tree, directive)))
                    .Where(_ => file == 0);
                return SyntaxTree.Parse(
                    SourceText.From(
                        string.Join('\n', [head, .. directives, .. declarations.Where((_, i) => i % files == file)]),
                        $"f{file}.airs"));
            })
            .ToArray();
        random.Shuffle(trees);
        return new PackageSyntax(package.Name, [.. trees], package.Files);
    }

    private static string Text(SyntaxTree tree, SyntaxNode node) => tree.Source.Slice(node.Span).ToString();

    private static Decision WithoutPlaces(Decision decision) =>
        decision with { Fired = WithoutPlaces(decision.Fired), Detected = WithoutPlaces(decision.Detected) };

    private static ValueList<MatchedRule> WithoutPlaces(ValueList<MatchedRule> rules) =>
        rules.Select(rule => rule with { Origin = rule.Origin with { File = "", Line = 0, Column = 0 } }).ToValueList();

    private static void RemovePlaces(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            members.Remove("place");
            foreach (var member in members)
                RemovePlaces(member.Value);
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
                RemovePlaces(item);
        }
    }
}
