using System.Text;
using System.Text.RegularExpressions;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Hosting;
using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Conformance.Tests.Policies;

/// <summary>What ships decides on what every host gives: a chat has no agent and no run.</summary>
public sealed class EveryHostTests
{
    private static readonly PackageLocator s_shipped = new([PackageFolder.Read(Repository.PathOf("policies"))]);

    // What a point has without a value for tests.
    private static readonly Dictionary<string, string> s_own = new(StringComparer.Ordinal)
    {
        ["plan"] = "{ plan: { steps: [] } }",
        ["delegate"] = "{ to: \"helper\" }",
        ["tool_call"] = "{ args: {} }",
        ["tool_result"] = "{ args: {} }",
    };

    // What a chat stands on. Messages between agents take an agent from medium on, and runs and their cost are asked for from high on.
    private static readonly string[] s_baselines = ["airs.fast_lane", "airs.low"];

    private static readonly string[] s_agents = ["agent", "run", "cost"];

    public static TheoryData<string> Libraries =>
        [.. Examples.Packages.Where(package => package.StartsWith("airs.", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_rule_of_the_library_fails_only_for_a_fact_that_its_package_asks_for_or_for_agents(string library)
    {
        var model = Extending(library);
        var isBaseline = s_baselines.Contains(library);
        Assert.DoesNotContain(Failed(model), failed => isBaseline || !IsAskedFor(model, failed.Failure!));
    }

    private static IEnumerable<MatchedRule> Failed(PolicyModel model) => TestVectors.From(model)
        .SelectMany(vector => vector.Decision.Fired.Concat(vector.Decision.Detected))
        // Nobody has asked the judges here.
        .Where(rule => rule.Failure is not null && !rule.Origin.Control.Contains(".judge.", StringComparison.Ordinal));

    private static bool IsAskedFor(PolicyModel model, Failure failure)
    {
        var root = Regex.Match(failure.Detail, @"^The fact '(?<root>\w+)").Groups["root"].Value;
        return s_agents.Contains(root)
            || root.Length > 0 && model.Sources.Any(source => Regex.IsMatch(source.Content, $@"^fact {root}\b", RegexOptions.Multiline));
    }

    [Fact]
    public void A_chat_goes_on_under_the_breakers_and_the_plan_that_ship()
    {
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true });
        Assert.True(host.Load(BundleBuilder.Build(Extending("airs.pace"))).Activated);
        Assert.Equal(Outcome.Allow, Decide(host, "input", """{"input":{"text":"Hello.","source":"user","attachments":[]}}""").Outcome);
        Assert.Equal(Outcome.Allow, Decide(host, "prompt", """{"prompt":{"text":"Hello.","tokens":1,"model":"m"},"cost":0}""").Outcome);
        Assert.Equal(
            Outcome.Allow,
            Decide(
                host,
                "output",
                """{"output":{"text":"Good morning.","modality":"prose","tokens":2},"input":{"text":"Hello."},"sources":[]}"""
            ).Outcome);
    }

    [Fact]
    public void An_agent_that_is_named_without_its_id_is_refused_where_a_breaker_is_of_agents()
    {
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true });
        Assert.True(host.Load(BundleBuilder.Build(Extending("airs.breakers"))).Activated);
        var decision = Decide(host, "input", """{"input":{"text":"Hello.","source":"user","attachments":[]},"agent":{}}""");
        Assert.Equal(Outcome.Block, decision.Outcome);
        Assert.Contains(decision.Fired, rule => rule.Origin.Control == "airs.breakers.breaker.agent_refused" && rule.Failure is not null);
    }

    private static Decision Decide(PolicyHost host, string point, string facts) =>
        host.Decide(
            point,
            Encoding.UTF8.GetBytes(
                $$"""{"user":{"id":"u","roles":[],"groups":[]},"session":{"id":"s","age":0,"idle":0,"turns":1,"labels":[]},"flagged":false,{{facts[1..]}}"""
            ));

    private static PolicyModel Extending(string library)
    {
        var steps = DecisionPoints.All.Select(point =>
            $"given {point.Name}{(point.HasTool ? " of look" : "")}{(point.PrimaryText.Count > 0 ? " \"Hello.\"" : "")} {s_own.GetValueOrDefault(point.Name)}"
        );
        var source = $$"""
            policy shop
            extends {{library}}
            system s { owner "o" }
            tool look { class read_only }
            tool wipe { class irreversible }
            test "every point" { {{string.Join('\n', steps)}} expect outcome >= allow }
            """;
        var tree = SyntaxTree.Parse(SourceText.From(source, "a.airs"));
        var analysis = PolicyAnalyzer.Analyze(new PackageSyntax(tree.Root.Header.Path.Text, [tree], new Nothing()), s_shipped);
        return analysis.Model ?? throw new InvalidOperationException(string.Join('\n', analysis.Diagnostics));
    }

    private sealed class Nothing : IPackageFiles
    {
        public bool TryRead(string path, out string? content, out string? problem)
        {
            (content, problem) = (null, "there are no files");
            return false;
        }
    }
}
