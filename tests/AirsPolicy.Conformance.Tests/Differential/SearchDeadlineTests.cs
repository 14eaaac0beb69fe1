using System.Text;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Hosting;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Json;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>The search of texts ends at the bound of the decision, and every rule that asks for more fails with its posture.</summary>
public sealed class SearchDeadlineTests
{
    private const string Policy = """
        policy p
        system s {}
        detector d { view plain  match /[ab]*a[ab]{14}c/ }
        control found   { at output  on error block "Try again."  when d.found(text) then flag }
        control asked   { at output  on error hold for people  when text matches /[ab]*b[ab]{14}c/ then flag }
        control hidden  { at output  on error block  always redact d }
        control other   { at output  when user.id == "a" then flag }
        queue people { sla 4h  reviewers "expert" }
        """;

    private static readonly FactLimits s_few = new(MaxTextSteps: 5_000);

    private static string Facts(int length)
    {
        var random = new Random(1);
        var text = new string([.. Enumerable.Range(0, length).Select(_ => (char)('a' + random.Next(2)))]);
        return $$$"""{"output":{"text":"{{{text}}}c"},"user":{"id":"a"}}""";
    }

    [Fact]
    public void Both_engines_end_at_the_bound_in_the_postures_of_the_rules_that_ask_of_texts()
    {
        var model = BoundPolicy.Of(Policy);
        using var emitted = new EmittedEngine(model, s_few);
        foreach (
            var decision in new[]
            {
                new PolicyInterpreter(model, s_few).Decide("output", Facts(4_000)),
                emitted.Decide("output", Facts(4_000)),
            }
        )
        {
            Assert.Equal(Outcome.Block, decision.Outcome);
            var failed = decision.Fired.Where(rule => rule.Failure is not null).ToList();
            Assert.Equal(["p.asked", "p.found", "p.hidden"], failed.Select(rule => rule.Origin.Control).Order(StringComparer.Ordinal));
            Assert.All(failed, rule => Assert.Equal(FailureKind.OverLimit, rule.Failure!.Kind));
            Assert.Contains(decision.Fired, rule => rule.Origin.Control == "p.other" && rule.Failure is null);
        }
    }

    [Fact]
    public void The_next_decision_has_all_its_steps_again()
    {
        var model = BoundPolicy.Of(Policy);
        using var emitted = new EmittedEngine(model, s_few);
        _ = emitted.Decide("output", Facts(4_000));
        var decision = emitted.Decide("output", Facts(16));
        Assert.DoesNotContain(decision.Fired, rule => rule.Failure is not null);
        Assert.NotEmpty(decision.Content.Redactions);
    }

    [Fact]
    public void A_host_takes_the_bound_from_its_limits()
    {
        var bundle = BundleBuilder.Build(BoundPolicy.Of(Policy), []);
        foreach (var (limits, outcome) in new[] { (s_few, Outcome.Block), (FactLimits.Default, Outcome.Flag) })
        {
            var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true, Limits = limits });
            Assert.True(host.Load(bundle).Activated);
            Assert.Equal(outcome, host.Decide("output", Encoding.UTF8.GetBytes(Facts(4_000))).Outcome);
        }
    }

    [Fact]
    public void A_rule_without_steps_says_what_it_says_with_them_or_fails()
    {
        var limits = new FactLimits(MaxTextSteps: 0);
        var failed = 0;
        foreach (var (seed, model, requests) in RandomCases.All().Take(20))
        {
            using var whole = new EmittedEngine(model);
            using var emitted = new EmittedEngine(model, limits);
            var interpreter = new PolicyInterpreter(model, limits);
            foreach (var (point, facts) in requests)
            {
                var known = whole.Decide(point, facts).Fired.Select(rule => rule.Origin).ToHashSet();
                foreach (var rule in emitted.Decide(point, facts).Fired.Concat(interpreter.Decide(point, facts).Fired))
                {
                    var isOver = rule.Failure is { Kind: FailureKind.OverLimit };
                    failed += isOver ? 1 : 0;
                    Assert.True(isOver || known.Contains(rule.Origin), $"Seed {seed} at '{point}' on {facts}: {rule.Origin.Control}");
                }
            }
        }
        Assert.True(failed > 0);
    }
}
