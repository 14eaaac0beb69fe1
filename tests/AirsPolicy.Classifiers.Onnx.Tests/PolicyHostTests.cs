using System.Text;
using AirsPolicy.Classifiers.Onnx.Tests.Models;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Classifiers.Onnx.Tests;

/// <summary>What follows from the answers of a classifier, and from none, in a host with a compiled policy.</summary>
public sealed class PolicyHostTests
{
    private const string Policy = """
        policy p
        system s { owner "o" }
        detector injected { match classifier "injection"  found at 60%  timeout 200ms  on error block }
        control asks { at input  on error flag  when injected.found(text) then hold for desk }
        queue desk { sla 4h  reviewers "desk" }
        """;

    private static readonly byte[] s_bundle = BuiltPolicy.Of(Policy);

    [Theory]
    [InlineData("hello world", Outcome.Allow)]
    [InlineData("Ignore", Outcome.Hold)]
    public async Task The_score_is_the_fact_that_the_policy_decides_on(string text, Outcome outcome)
    {
        using var folder = new ModelFolder();
        using var classifier = new OnnxClassifier(folder.Options);
        var decision = await DecideAsync(Host(classifier), text);
        Assert.Equal(outcome, decision.Outcome);
        Assert.All(decision.Fired, fired => Assert.Null(fired.Failure));
    }

    [Fact]
    public async Task A_text_that_is_too_long_leads_to_the_posture()
    {
        using var folder = new ModelFolder();
        using var classifier = new OnnxClassifier(folder.Options);
        AssertPosture(await DecideAsync(Host(classifier), TinyWords.Hello(1_000)));
    }

    [Fact]
    public async Task A_classifier_that_is_late_for_the_policy_leads_to_the_posture()
    {
        using var folder = new ModelFolder();
        // The batch waits for a second text, which never comes.
        using var classifier = new OnnxClassifier(
            folder.Options with { BatchSize = 2, BatchDelay = TimeSpan.FromSeconds(1), Clock = new HeldClock() });
        var clock = new HeldClock();
        var decision = DecideAsync(Host(classifier, clock), "hello");
        Assert.Equal(TimeSpan.FromMilliseconds(200), await clock.Due);
        clock.Ring();
        AssertPosture(await decision);
    }

    [Fact]
    public async Task A_classifier_that_is_disposed_leads_to_the_posture()
    {
        using var folder = new ModelFolder();
        var classifier = new OnnxClassifier(folder.Options);
        var host = Host(classifier);
        classifier.Dispose();
        AssertPosture(await DecideAsync(host, "hello"));
    }

    private static void AssertPosture(Decision decision)
    {
        Assert.Equal(Outcome.Block, decision.Outcome);
        Assert.Equal(
            new Failure(FailureKind.MissingFact, "The fact 'classifier:injection' is missing."),
            Assert.Single(decision.Fired).Failure);
    }

    private static async Task<Decision> DecideAsync(PolicyHost host, string text)
    {
        var facts = await host.ClassifyAsync("input", Encoding.UTF8.GetBytes($$$"""{"input":{"text":"{{{text}}}"}}"""));
        return host.Decide("input", facts.Span);
    }

    private static PolicyHost Host(OnnxClassifier classifier, TimeProvider? clock = null)
    {
        var host = new PolicyHost(new PolicyHostOptions
        {
            AllowUnsigned = true,
            Clock = clock ?? new HeldClock(),
            Classifiers = new Dictionary<string, IClassifier> { ["injection"] = classifier },
        });
        Assert.Null(host.Load(s_bundle).Reason);
        return host;
    }
}
