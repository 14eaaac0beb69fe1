using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Hosting;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Compiler.Tests.Hosting;

/// <summary>A host asks the classifiers that a policy names, and decides on what they said.</summary>
public sealed partial class ClassifierHostTests
{
    private const string Source = """
        policy p
        system s { owner "o" }
        detector toxic { match classifier "toxicity"  found at 60%  timeout 200ms  on error block }
        detector sly { match classifier "irony"  found at 60% }
        control first { at input  when text contains "stop" then block }
        control asks  { at input  on error flag  when toxic.found(text) then block  when sly.found(text) then flag }
        """;

    private static readonly PolicyModel s_model = BoundPolicy.Of(Source);

    [Fact]
    public async Task What_classifiers_say_stands_among_the_facts_that_are_decided_on_and_recorded()
    {
        var host = Host(("toxicity", text => text.Contains("fool", StringComparison.Ordinal) ? 0.93 : 0.1), ("irony", _ => 0.25));
        var facts = await host.ClassifyAsync("input", "{\"input\":{\"text\":\"you fool\"} } \n"u8.ToArray());
        Assert.Equal("{\"input\":{\"text\":\"you fool\"} ,\"classifier:irony\":0.25,\"classifier:toxicity\":0.93}", WithoutId(facts));
        var decision = host.Decide("input", facts.Span);
        Assert.Equal(Outcome.Block, decision.Outcome);
        Assert.Null(Assert.Single(decision.Fired).Failure);
        Assert.Equal(
            decision,
            new PolicyInterpreter(s_model).Decide("input", Encoding.UTF8.GetString(facts.Span)) with
            {
                Bundle = host.Digest,
            }
        );
    }

    [Theory]
    [InlineData("{\"input\":{\"text\":\"stop, you fool\"}}")]
    [InlineData("{\"input\":{\"text\":\"you fool\"},\"classifier:toxicity\":0,\"classifier:irony\":0}")]
    [InlineData("{\"input\":{}}")]
    [InlineData("{\"input\":")]
    public async Task Nobody_is_asked_where_nothing_hangs_on_it(string facts)
    {
        var asked = new ConcurrentQueue<string>();
        var host = Host(("toxicity", Note), ("irony", Note));
        Assert.Equal(facts, Encoding.UTF8.GetString((await host.ClassifyAsync("input", Encoding.UTF8.GetBytes(facts))).Span));
        Assert.Empty(asked);
        double Note(string text)
        {
            asked.Enqueue(text);
            return 1;
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(1.01)]
    [InlineData(-0.01)]
    [InlineData(double.PositiveInfinity)]
    public async Task An_answer_that_is_no_share_is_none(double share)
    {
        var host = Host(("toxicity", _ => share), ("irony", _ => 0));
        AssertBlockedWithoutAnswer(host, await host.ClassifyAsync("input", s_facts));
    }

    [Fact]
    public async Task A_classifier_that_fails_or_is_not_at_hand_gives_no_answer()
    {
        var failing = Host(("toxicity", _ => throw new InvalidOperationException("The model is gone.")), ("irony", _ => 0));
        AssertBlockedWithoutAnswer(failing, await failing.ClassifyAsync("input", s_facts));
        var lacking = Host(("irony", _ => 0));
        AssertBlockedWithoutAnswer(lacking, await lacking.ClassifyAsync("input", s_facts));
    }

    [Fact]
    public async Task A_classifier_that_is_late_gives_no_answer_and_is_told_so()
    {
        var clock = new HeldClock();
        var late = new Late();
        var host = Load(new PolicyHostOptions
        {
            AllowUnsigned = true,
            Clock = clock,
            Classifiers = new Dictionary<string, IClassifier> { ["toxicity"] = late, ["irony"] = new Said(_ => 0) },
        });
        var facts = host.ClassifyAsync("input", s_facts);
        Assert.Equal(TimeSpan.FromMilliseconds(200), await clock.Due);
        await late.Asked;
        clock.Ring();
        AssertBlockedWithoutAnswer(host, await facts);
        Assert.True(late.Cancellation.IsCancellationRequested);
    }

    [Fact]
    public async Task Whoever_asks_can_give_up()
    {
        using var source = new CancellationTokenSource();
        var late = new Late();
        var host = Load(
            new PolicyHostOptions
            {
                AllowUnsigned = true,
                Clock = new HeldClock(),
                Classifiers = new Dictionary<string, IClassifier> { ["toxicity"] = late, ["irony"] = late },
            }
        );
        var facts = host.ClassifyAsync("input", s_facts, source.Token);
        await late.Asked;
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await facts);
    }

    private static readonly byte[] s_facts = "{\"input\":{\"text\":\"hello\"}}"u8.ToArray();

    private static void AssertBlockedWithoutAnswer(PolicyHost host, ReadOnlyMemory<byte> facts)
    {
        Assert.Equal("{\"input\":{\"text\":\"hello\"},\"classifier:irony\":0}", WithoutId(facts));
        var decision = host.Decide("input", facts.Span);
        Assert.Equal(Outcome.Block, decision.Outcome);
        Assert.Equal(
            new Failure(FailureKind.MissingFact, "The fact 'classifier:toxicity' is missing."),
            Assert.Single(decision.Fired).Failure);
    }

    private static string WithoutId(ReadOnlyMemory<byte> facts) => IdMember().Replace(Encoding.UTF8.GetString(facts.Span), "", 1);

    private static PolicyHost Host(params (string Name, Func<string, double> Says)[] classifiers) => Load(new PolicyHostOptions
    {
        AllowUnsigned = true,
        Clock = new HeldClock(),
        Classifiers = classifiers.ToDictionary(one => one.Name, IClassifier (one) => new Said(one.Says), StringComparer.Ordinal),
    });

    private static PolicyHost Load(PolicyHostOptions options)
    {
        var host = new PolicyHost(options);
        var loaded = host.Load(BundleBuilder.Build(s_model, []));
        Assert.True(loaded.Activated, loaded.Reason);
        return host;
    }

    [GeneratedRegex(",\"request\":\\{\"id\":\"[0-9a-f-]+\"\\}")]
    private static partial Regex IdMember();

    private sealed class Said(Func<string, double> says) : IClassifier
    {
        public ValueTask<double> ClassifyAsync(string text, CancellationToken cancellation) => ValueTask.FromResult(says(text));
    }

    private sealed class Late : IClassifier
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => _asked.Task;

        public CancellationToken Cancellation { get; private set; }

        public async ValueTask<double> ClassifyAsync(string text, CancellationToken cancellation)
        {
            Cancellation = cancellation;
            _asked.TrySetResult();
            return await new TaskCompletionSource<double>().Task;
        }
    }
}
