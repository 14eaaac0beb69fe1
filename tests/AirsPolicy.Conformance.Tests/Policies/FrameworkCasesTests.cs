using AirsPolicy.Conformance.Tests.Differential;
using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Conformance.Tests.Policies;

/// <summary>
/// The cases of the framework's own kit for tools, delegation and risk, by the names they have there: each is covered by a policy test of
/// ours, in which what the kit leaves open is closed.
/// </summary>
public sealed class FrameworkCasesTests
{
    private const string Tools = "framework.tools";
    private const string Delegation = "framework.delegation";

    private static readonly PackageFolder s_folder = PackageFolder.Read(Repository.PathOf("tests/corpus/framework"));

    private static readonly PackageLocator s_locator = new([s_folder, PackageFolder.Read(Repository.PathOf("policies"))]);

    /// <summary>Which test covers which case.</summary>
    public static TheoryData<string, string, string> Cases => new()
    {
        { "test_no_policy_allows_everything", Tools, "an agent for which nothing is granted calls nothing" },
        { "test_deny_list", Tools, "what is forbidden is refused, the rest goes on" },
        { "test_deny_list_overrides_allow_list", Tools, "never wins over tools" },
        { "test_allow_list_denies_unlisted", Tools, "what is not listed is refused" },
        { "test_per_agent_type_restriction", Tools, "each kind of agent has its own list" },
        { "test_per_agent_type_unrestricted_type", Tools, "a kind that nothing restricts is not free to call anything" },
        { "test_delegation_scope_restriction", Tools, "an agent that works for another has the scope it was given" },
        { "test_argument_size_limit", Tools, "arguments have a size, in bytes" },
        { "test_result_includes_agent_id", Tools, "a refusal names the agent" },
        { "test_result_agent_id_from_context", Tools, "who calls is what the host says, and not what the call says" },
        { "test_origin_in_chain", Delegation, "the first agent stands alone, at depth 0" },
        { "test_delegate_increments_depth", Delegation, "each delegation is one deeper" },
        { "test_delegate_preserves_user", Delegation, "who asked is known along the chain" },
        { "test_delegate_preserves_correlation_id", Delegation, "a run is the same down to the last agent" },
        { "test_delegate_narrows_scope_intersection", Delegation, "a scope narrows" },
        { "test_delegate_cannot_widen_scope", Delegation, "and never widens" },
        { "test_delegate_adds_new_scope_dimension", Delegation, "what the scope says nothing of is not added on the way" },
        { "test_deep_chain", Delegation, "a chain may be as deep as all of its agents allow" },
        { "test_max_depth_enforced", Delegation, "the third delegation is one too many where two are allowed" },
        { "test_allowed_agent_types", Delegation, "only the agents that are named take work" },
        { "test_cycle_detection", Delegation, "work never comes back to an agent of the chain" },
        { "test_cycles_allowed_when_policy_permits", Delegation, "work never comes back to an agent of the chain" },
        { "test_required_scope_keys", Delegation, "a scope has to say what is required" },
        { "test_required_scope_keys_inherited", Delegation, "a scope narrows" },
    };

    /// <summary>
    /// The cases about risk: the policy with the profile of the case, and the tiers of ours and of the kit that it comes to.
    /// </summary>
    public static TheoryData<string, string, string, string> Profiles => new()
    {
        { "test_internal_readonly_is_low", "internal_readonly", "low", "low" },
        { "test_external_with_pii_is_medium", "external_pii", "high", "medium" },
        { "test_regulated_with_actions_is_high", "regulated_actions", "high", "high" },
        { "test_irreversible_financial_is_critical", "irreversible_financial", "critical", "critical" },
        { "test_human_review_mitigates", "human_review", "medium", "medium" },
        { "test_classify_with_reasons", "several_agents", "critical", "medium" },
    };

    /// <summary>What is no matter of a policy: how long a decision took is measured by the host.</summary>
    private static readonly string[] s_measured = ["test_latency_recorded"];

    [Fact]
    public void Every_case_has_a_test()
    {
        Assert.Equal(11, Cases.Count(row => (string)row[1] == Tools) + s_measured.Length);
        Assert.Equal(14, Cases.Count(row => (string)row[1] == Delegation));
        Assert.Equal(6, Profiles.Count);
        Assert.Equal(
            31,
            Cases.Select(row => (string)row[0]).Concat(Profiles.Select(row => (string)row[0])).Concat(s_measured).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_is_covered_by_a_policy_test_that_passes(string id, string policy, string test)
    {
        var results = new PolicyTestRunner(Model(policy)).Run();
        Assert.True(
            results.Any(result => result.Test.Title == test && result.Verdict == TestVerdict.Passed),
            $"'{id}' is covered by '{test}', which is not among the tests that pass.");
    }

    [Theory]
    [InlineData(Tools)]
    [InlineData(Delegation)]
    [InlineData("framework.risk.internal_readonly")]
    [InlineData("framework.risk.irreversible_financial")]
    public void Emitted_code_decides_the_cases_as_the_interpreter_does(string policy)
    {
        var model = Model(policy);
        using var emitted = new EmittedEngine(model);
        var differences = new Differences();
        foreach (var (vector, decision) in emitted.Repeat(TestVectors.From(model)))
            differences.Compare($"'{policy}' at '{vector.Point}' on {vector.Facts}", vector.Decision, decision);
        differences.AssertNone();
    }

    // Where the framework's documents ask for more than its kit, the documents count.
    [Theory]
    [MemberData(nameof(Profiles))]
    public void A_profile_comes_to_the_tier_that_its_policy_tests_say_and_to_no_less_than_in_the_framework(
        string id,
        string policy,
        string tier,
        string least)
    {
        Assert.All(
            new PolicyTestRunner(Model($"framework.risk.{policy}")).Run(),
            result => Assert.True(result.Verdict == TestVerdict.Passed, $"'{id}': {result}"));
        string[] tiers = ["fast_lane", "low", "medium", "high", "critical"];
        Assert.True(Array.IndexOf(tiers, tier) >= Array.IndexOf(tiers, least));
        // One tier lower it does not compile, so that the tests speak of the tier that the profile comes to.
        var lower = tiers[Array.IndexOf(tiers, tier) - 1];
        var file = Repository.PathOf($"tests/corpus/framework/risk/{policy}/{policy}.airs");
        var tree = SyntaxTree.Parse(
            SourceText.From(File.ReadAllText(file).Replace($"tier airs.{tier} ", $"tier airs.{lower} ", StringComparison.Ordinal), file));
        var package = s_folder.Packages.Single(known => known.Name == $"framework.risk.{policy}") with { Trees = [tree] };
        Assert.Contains(
            PolicyAnalyzer.Analyze(package, s_locator).Diagnostics,
            found => found.Code == "AIRS6015" && found.Arguments[1] == $"airs.{tier}");
    }

    [Fact]
    public void People_who_review_every_output_lower_a_tier_by_their_score_alone()
    {
        const string Profile = "audience: external, users: 5, data: [regulated], actions: reversible, sector: none";
        Assert.Equal("airs.high", TierOf(Profile));
        Assert.Equal("airs.medium", TierOf($"{Profile}, review: every_output"));
        Assert.Equal("airs.high", TierOf("audience: external, users: 5, data: [pii], actions: none, sector: none, review: every_output"));
    }

    private static string TierOf(string profile) => Undercut(profile, "airs.fast_lane") is [var found] ? found : "airs.fast_lane";

    // The tier that a system undercuts, or nothing.
    private static string[] Undercut(string profile, string tier) =>
        [
            .. BoundPolicy
                .Findings(
                    $"policy p\nuse airs.tiers\nsystem s {{ owner \"ops\"  tier {tier} because \"stated\"  profile {{ {profile} }} }}\n")
                .Where(found => found.Code == "AIRS6015")
                .Select(found => found.Arguments[1]),
        ];

    private static PolicyModel Model(string name)
    {
        var analysis = PolicyAnalyzer.Analyze(s_folder.Packages.Single(package => package.Name == name), s_locator);
        return analysis.Model ?? throw new InvalidOperationException($"'{name}' has errors: {string.Join('\n', analysis.Diagnostics)}");
    }
}
