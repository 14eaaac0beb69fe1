using System.Runtime.CompilerServices;
using System.Text;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Hosting;
using AirsPolicy.Hosting.Loading;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Compiler.Tests.Hosting;

public sealed class PolicyHostTests
{
    private static readonly PolicyHostOptions s_unsigned = new() { AllowUnsigned = true };

    private static readonly byte[] s_bounded = BundleBuilder.Build(TestPolicies.Bounded(100m));

    [Fact]
    public void A_host_decides_on_json_by_its_bundle()
    {
        var host = new PolicyHost(s_unsigned);
        var activated = host.Load(s_bounded);

        Assert.Equal(new ActivationResult(true, Bundle.Read(s_bounded).Digest, null), activated);
        Assert.Equal(Outcome.Allow, Decide(host, 100m).Outcome);
        var blocked = Decide(host, 100.01m);
        Assert.Equal(Outcome.Block, blocked.Outcome);
        Assert.Equal("Too much.", blocked.Message);
        Assert.Equal(activated.Digest, blocked.Bundle);
    }

    [Fact]
    public async Task No_decision_waits_for_a_new_bundle_to_be_compiled()
    {
        // Without vectors, so that nothing of it has run before it decides.
        var policy = TestPolicies.Bounded(100m);
        var other = policy with { Sources = [new(Make.File, "policy test.policy // new\n")] };
        byte[][] bundles = [BundleBuilder.Build(policy), BundleBuilder.Build(other)];
        var host = new PolicyHost(s_unsigned);
        foreach (var bundle in bundles)
        {
            Assert.True(host.Load(bundle).Activated);
            Decide(host, 1m);
        }
        await Task.Run(() => host.Load(bundles[0]));
        var compiled = System.Runtime.JitInfo.GetCompiledMethodCount(currentThread: true);
        Decide(host, 1m);
        Assert.Equal(compiled, System.Runtime.JitInfo.GetCompiledMethodCount(currentThread: true));
    }

    [Fact]
    public void Without_a_policy_everything_is_blocked()
    {
        var decision = Decide(new PolicyHost(s_unsigned), 1m);

        Assert.Equal(Outcome.Block, decision.Outcome);
        Assert.Equal(FailureKind.Internal, decision.Failure!.Kind);
    }

    [Fact]
    public void An_unsigned_bundle_is_refused_unless_the_host_says_so()
    {
        var host = new PolicyHost();

        Assert.False(host.Load(s_bounded).Activated);
        Assert.Null(host.Digest);
    }

    [Fact]
    public void A_policy_that_is_compiled_in_decides_by_its_own_program_without_a_signature()
    {
        var host = new PolicyHost();
        var digest = Bundle.Read(s_bounded).Digest;

        Assert.Equal(new ActivationResult(true, digest, null), host.Load(BundleLoader.Load(s_bounded).Policy.Program, s_bounded, digest));
        Assert.Equal(Outcome.Block, Decide(host, 101m).Outcome);
        Assert.Equal(Outcome.Allow, Decide(host, 100m).Outcome);
    }

    [Fact]
    public void A_compiled_in_policy_is_refused_with_another_bundle_than_its_own()
    {
        var host = new PolicyHost(s_unsigned);
        var other = BundleBuilder.Build(TestPolicies.Bounded(200m));
        var refused = host.Load(BundleLoader.Load(s_bounded).Policy.Program, other, Bundle.Read(s_bounded).Digest);

        Assert.False(refused.Activated);
        Assert.StartsWith("The bundle is not the one that the program was emitted with", refused.Reason, StringComparison.Ordinal);
        Assert.Null(host.Digest);
    }

    [Fact]
    public void A_compiled_in_program_that_does_not_repeat_the_vectors_is_refused()
    {
        var blocked = new PolicyHost(s_unsigned);
        blocked.Load(BundleBuilder.Build(TestPolicies.Bounded(0m)));
        var vector = new DecisionVector("input", TestPolicies.Facts, Decide(blocked, 10m) with { Bundle = null });
        var bundle = BundleBuilder.Build(TestPolicies.Bounded(0m), [vector]);
        var refused = blocked.Load(BundleLoader.Load(s_bounded).Policy.Program, bundle, Bundle.Read(bundle).Digest);

        Assert.StartsWith("Vector 0 at 'input' decides", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_bundle_leaves_the_last_good_one_deciding()
    {
        var host = new PolicyHost(s_unsigned);
        host.Load(s_bounded);
        var refused = host.Load(s_bounded.AsMemory(1));

        Assert.False(refused.Activated);
        Assert.NotNull(refused.Reason);
        Assert.Equal(Outcome.Block, Decide(host, 101m).Outcome);
    }

    [Fact]
    public void A_bundle_that_does_not_repeat_its_vectors_is_refused()
    {
        var right = new DecisionVector("input", TestPolicies.Facts, new Decision { Point = "input", Outcome = Outcome.Allow });
        var wrong = right with { Decision = FailedPoint.Decide("input", new Failure(FailureKind.Internal, "no"), []) };
        var model = TestPolicies.Bounded(100m);

        Assert.True(new PolicyHost(s_unsigned).Load(BundleBuilder.Build(model, [right])).Activated);
        var refused = new PolicyHost(s_unsigned).Load(BundleBuilder.Build(model, [right, wrong]));
        Assert.False(refused.Activated);
        Assert.StartsWith("Vector 1 at 'input' decides", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_that_do_not_fit_take_the_posture_with_the_cause()
    {
        var host = new PolicyHost(s_unsigned);
        host.Load(s_bounded);
        var decision = host.Decide("input", "{\"amount\": \"much\"}"u8);

        Assert.Equal(Outcome.Block, decision.Outcome);
        Assert.Equal(FailureKind.MisfitFact, decision.Failure!.Kind);
        Assert.Equal([new BlockEffect("error")], decision.Fired.Single().Effects);
    }

    [Fact]
    public void A_point_that_the_policy_does_not_know_is_blocked()
    {
        var host = new PolicyHost(s_unsigned);
        host.Load(s_bounded);

        Assert.Equal(FailureKind.Unknown, host.Decide("nowhere", "{}"u8).Failure!.Kind);
    }

    [Fact]
    public void Time_and_request_id_are_the_hosts_whatever_the_facts_say()
    {
        var day = new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var host = new PolicyHost(s_unsigned with { Clock = new FixedClock(day) });
        host.Load(BundleBuilder.Build(TestPolicies.OfTheHost(DateOnly.FromDateTime(day.Date).DayNumber - 1)));

        var decision = host.Decide(
            "input",
            Encoding.UTF8.GetBytes(
                TestPolicies.Facts.Replace("{\"request\"", "{\"today\":\"2001-01-01\",\"request\"", StringComparison.Ordinal)));

        Assert.Equal(["t.day"], decision.Fired.Select(rule => rule.Origin.Control));
    }

    [Fact]
    public void The_old_bundle_is_collected_once_a_new_one_decides()
    {
        var host = new PolicyHost(s_unsigned);
        // Behind another one it is compiled before it decides.
        host.Load(BundleBuilder.Build(TestPolicies.Bounded(7m)));
        var old = LoadAndWatch(host);
        host.Load(BundleBuilder.Build(TestPolicies.Bounded(5m)));

        for (var i = 0; i < 20 && old.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(old.IsAlive);
        Assert.Equal(Outcome.Block, Decide(host, 6m).Outcome);
    }

    [Fact]
    public void Nothing_is_allocated_while_nothing_fires()
    {
        var host = new PolicyHost(s_unsigned);
        host.Load(s_bounded);
        var facts = Encoding.UTF8.GetBytes(TestPolicies.Facts);
        Assert.Equal(0, Allocated.Least(() =>
        {
            for (var i = 0; i < 1_000; i++)
                host.Decide("input", facts);
        }));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference LoadAndWatch(PolicyHost host)
    {
        host.Load(s_bounded);
        Assert.Equal(Outcome.Block, Decide(host, 101m).Outcome);
        return new WeakReference(host.Program);
    }

    private static Decision Decide(PolicyHost host, decimal amount) =>
        host.Decide(
            "input",
            Encoding.UTF8.GetBytes(
                TestPolicies.Facts.Replace("\"amount\":10", FormattableString.Invariant($"\"amount\":{amount}"), StringComparison.Ordinal))
        );

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
