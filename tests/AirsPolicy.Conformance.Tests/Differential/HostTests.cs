using System.Text;
using System.Text.Json.Nodes;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Hosting;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Conformance.Tests.Differential;

public sealed class HostTests
{
    private const int Policies = 12;
    private static readonly DateTimeOffset s_now = new(2026, 6, 15, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_host_decides_on_JSON_by_a_bundle_as_the_interpreter_does()
    {
        var differences = new Differences();
        foreach (var (seed, model, requests) in RandomCases.All().Take(Policies))
        {
            var interpreter = new PolicyInterpreter(model);
            var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true, Clock = new FixedClock() });
            var loaded = host.Load(BundleBuilder.Build(model, []));
            Assert.True(loaded.Activated, loaded.Reason);
            foreach (var (point, request) in requests)
            {
                var facts = AtTheHostsTime(request);
                differences.Compare(
                    $"Seed {seed} at '{point}' on {facts}",
                    interpreter.Decide(point, facts) with { Bundle = host.Digest },
                    host.Decide(point, Encoding.UTF8.GetBytes(facts), out var waits));
                // Random facts say of no session or user, so that each halt is one of everything, that of a hold which is over at once
                // among them; the next request is to be one of its own.
                if (waits is { } number)
                    host.State?.Held.Refuse(number, s_now.UtcTicks);
                host.State?.Halts.LiftSystem();
            }
        }
        differences.AssertNone();
    }

    [Fact]
    public void Facts_with_something_broken_fail_the_point_alike_and_are_never_let_through()
    {
        var differences = new Differences();
        var misfits = 0;
        foreach (var (seed, model, requests) in RandomCases.All().Take(Policies))
        {
            var random = new Random(seed);
            var interpreter = new PolicyInterpreter(model);
            using var emitted = new EmittedEngine(model);
            foreach (var (point, whole) in requests.SelectMany(request => Enumerable.Repeat(request, 4)))
            {
                var facts = BrokenText.Of(whole, random);
                var expected = interpreter.Decide(point, facts);
                differences.Compare($"Seed {seed} at '{point}' on {facts}", expected, emitted.Decide(point, facts));
                if (expected.Failure is not { Kind: FailureKind.UnreadableFacts or FailureKind.MisfitFact or FailureKind.OverLimit })
                    continue;
                misfits++;
                Assert.NotEmpty(expected.Fired);
            }
        }
        differences.AssertNone();
        Assert.True(misfits > differences.Compared / 4, $"{misfits} of {differences.Compared} facts do not fit.");
    }

    [Fact]
    public void A_frame_is_decided_on_as_its_JSON_is_and_refused_wherever_another_bundle_has_laid_it_out_otherwise()
    {
        var differences = new Differences();
        var (previous, refused) = ((PolicyModel?)null, 0);
        foreach (var (seed, model, requests) in RandomCases.All().Take(Policies))
        {
            var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true, Clock = new FixedClock() });
            Assert.Null(host.Load(BundleBuilder.Build(model, [])).Reason);
            var interpreter = new PolicyInterpreter(model);
            foreach (var (point, request) in requests)
            {
                var facts = AtTheHostsTime(request);
                var foreign = previous?.Layouts.FirstOrDefault(layout => layout.Point == point) is { } layout
                    ? Filled(layout, facts) ?? Filled(layout, "{}")
                    : null;
                if (foreign is not null && foreign.Layout!.Layout != model.Layouts.First(own => own.Point == point))
                {
                    var decision = host.Decide(point, foreign);
                    Assert.True(
                        decision is { Outcome: >= Outcome.Block, Failure.Kind: FailureKind.MisfitFact },
                        $"Seed {seed} at '{point}' on {facts}: {decision}");
                    refused++;
                }
                if (Filled(model.Layouts.First(own => own.Point == point), facts) is not { } frame)
                    continue;
                differences.Compare(
                    $"Seed {seed} at '{point}' on {facts}",
                    interpreter.Decide(point, facts) with
                    {
                        Bundle = host.Digest,
                    },
                    host.Decide(point, frame, out var waits));
                if (waits is { } number)
                    host.State?.Held.Refuse(number, s_now.UtcTicks);
                host.State?.Halts.LiftSystem();
            }
            previous = model;
        }
        differences.AssertNone();
        Assert.True(refused > Policies, $"{refused} frames of other layouts are too few to show anything.");
    }

    private static FactFrame? Filled(PointLayout layout, string facts)
    {
        var frame = new FactFrame();
        return new FactReader().Read(CompiledLayout.Of(layout), Encoding.UTF8.GetBytes(facts), frame) is null ? frame : null;
    }

    // A host overwrites the time; the interpreter has to be told the same.
    private static string AtTheHostsTime(string facts)
    {
        var root = JsonNode.Parse(facts)!.AsObject();
        root["now"] = InstantText.Format(s_now.UtcTicks);
        root["today"] = DateText.Format(s_now.UtcTicks / TimeSpan.TicksPerDay);
        root["time_of_day"] = DurationText.Format(s_now.UtcTicks % TimeSpan.TicksPerDay);
        return root.ToJsonString();
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => s_now;
    }
}
