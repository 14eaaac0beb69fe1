using System.Text;
using AirsPolicy.Collections;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Compiler.Tests.Past;
using AirsPolicy.Hosting;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.State;
using static AirsPolicy.Compiler.Tests.Models.Make;
using static AirsPolicy.Compiler.Tests.Past.PastPolicies;

namespace AirsPolicy.Compiler.Tests.Hosting;

public sealed class PastHostTests
{
    private const int Rounds = 300;

    private static readonly ShapeMember s_session = TestFacts.Member(
        "session",
        new RecordShape([TestFacts.Member("id", TextShape.Instance)]));

    private static readonly PointLayout s_input =
        TestFacts.Input with { Facts = new RecordShape([.. TestFacts.Common.Members, s_session]) };

    private static readonly PointLayout s_sessionPoint = new(
        "session",
        new RecordShape([
            TestFacts.Member("now", InstantShape.Instance),
            s_session,
            TestFacts.Member("session_event", new EnumShape(["begins", "ends", "timer"], false, "session_event")),
        ]),
        [],
        []);

    private static readonly Expression s_perSession = new PathExpression(["session", "id"], TextShape.Instance, Place());

    [Fact]
    public void Two_threads_in_one_session_never_both_pass_a_limit_of_one()
    {
        var host = Host(LimitedToOne());

        Assert.All(
            Enumerable.Range(0, Rounds),
            round => Assert.Equal([Outcome.Allow, Outcome.Block], AtOnce(host, $"s{round}", $"s{round}")));
    }

    [Fact]
    public void Two_threads_of_different_sessions_never_both_pass_a_limit_of_one_that_they_share()
    {
        var model = Limited(1);
        var perUser = Host(model with { Layouts = [s_input] });

        Assert.All(
            Enumerable.Range(0, Rounds),
            round => Assert.Equal([Outcome.Allow, Outcome.Block], AtOnce(perUser, "s1", "s2", $"u{round}")));
    }

    [Fact]
    public void Two_threads_in_one_session_never_both_find_that_nothing_happened_before()
    {
        var model = AtLeast(PerUser(AggregateKind.Count), 1) with { Layouts = [s_input] };
        var host = Host(model);

        Assert.All(
            Enumerable.Range(0, Rounds),
            round => Assert.Equal([Outcome.Allow, Outcome.Block], AtOnce(host, $"s{round}", $"s{round}", $"u{round}")));
    }

    [Fact]
    public void What_a_policy_counts_goes_on_under_the_next_one_that_counts_the_same()
    {
        var model = LimitedToOne();
        var host = Host(model);
        Assert.Equal(Outcome.Allow, Decide(host, "s", "u"));

        host.Load(
            BundleBuilder.Build(
                model with { Controls = [.. model.Controls, Control("t.more", s_input, When(Above("amount", 100m), Flag))] })
        );
        Assert.Equal(Outcome.Block, Decide(host, "s", "u"));

        host.Load(BundleBuilder.Build(model with { Limits = [model.Limits[0] with { Within = Hour }] }));
        Assert.Equal(Outcome.Allow, Decide(host, "s", "u"));
    }

    [Fact]
    public void The_end_of_a_session_takes_what_was_counted_for_it()
    {
        var host = Host(LimitedToOne());
        Assert.Equal([Outcome.Allow, Outcome.Block], new[] { Decide(host, "s", "u"), Decide(host, "s", "u") });

        host.Decide("session", """{"session":{"id":"s"},"session_event":"timer"}"""u8);
        Assert.Equal(Outcome.Block, Decide(host, "s", "u"));
        host.Decide("session", """{"session":{"id":"s"},"session_event":"ends"}"""u8);
        Assert.Equal([Outcome.Allow, Outcome.Block], new[] { Decide(host, "s", "u"), Decide(host, "s", "u") });
        host.EndSession("s");
        Assert.Equal(Outcome.Allow, Decide(host, "s", "u"));
    }

    [Theory]
    [InlineData("s", "ends", Outcome.Block)]
    [InlineData("s", "timer", Outcome.Allow)]
    [InlineData("s", "vanishes", Outcome.Block)]
    [InlineData("other", "ends", Outcome.Allow)]
    public void An_end_that_is_refused_or_of_something_else_takes_nothing(string session, string happened, Outcome outcome)
    {
        var model = LimitedToOne();
        var closing = Control("t.closing", s_sessionPoint, When(Compare(s_perSession, CompareOperator.Equal, Value("s")), Block()));
        var host = Host(model with { Controls = happened == "ends" ? [.. model.Controls, closing] : model.Controls });
        Assert.Equal([Outcome.Allow, Outcome.Block], new[] { Decide(host, "s", "u"), Decide(host, "s", "u") });

        var facts = Encoding.UTF8.GetBytes($$"""{"session":{"id":"{{session}}"},"session_event":"{{happened}}"}""");
        Assert.Equal(outcome, host.Decide("session", facts).Outcome);
        Assert.Equal(Outcome.Block, Decide(host, "s", "u"));
    }

    [Fact]
    public void A_request_that_does_not_fit_is_counted_for_its_user()
    {
        var host = Host(AtLeast(PerUser(AggregateKind.Count, EventFate.Refused), 1) with { Layouts = [s_input] });
        host.Decide(
            "input",
            Encoding.UTF8.GetBytes(Facts("s", "u").Replace("\"amount\":10", "\"amount\":\"x\"", StringComparison.Ordinal)));

        Assert.Equal([Outcome.Block, Outcome.Allow], new[] { Decide(host, "s", "u"), Decide(host, "s", "v") });
    }

    [Fact]
    public void Nothing_is_allocated_while_nothing_fires_however_much_is_asked_and_written_down()
    {
        var model = LimitedToOne();
        var host = Host(AtLeast(PerUser(AggregateKind.Count, within: Hour, upTo: 1_000), 1_000) with
        {
            Layouts = [s_input],
            Controls = [.. AtLeast(PerUser(AggregateKind.Count), 1_000_000).Controls, .. model.Controls],
            Limits = [model.Limits[0] with { Exact = 0, Draws = [model.Limits[0].Draws[0] with { Value = Value(1_000_000) }] }],
        });
        var facts = Encoding.UTF8.GetBytes(Facts("s", "u"));
        var fired = 0;
        var least = Allocated.Least(() =>
        {
            for (var i = 0; i < 1_000; i++)
                fired += host.Decide("input", facts).Outcome == Outcome.Allow ? 0 : 1;
        });

        Assert.Equal((0L, 0), (least, fired));
    }

    [Fact]
    public void Vectors_of_one_run_are_decided_in_their_order_and_each_run_begins_without_a_past()
    {
        var model = Limited(1);
        var traffic = new Traffic(model);
        var facts = Traffic.Facts("a");
        DecisionVector first = new("input", facts, traffic.Decide(facts)),
            second = new("input", facts, traffic.Decide(facts)),
            anew = first with { Run = 1 };
        Assert.Equal((Outcome.Allow, Outcome.Block), (first.Decision.Outcome, second.Decision.Outcome));

        Assert.Null(Reason(first, second, anew));
        Assert.StartsWith("Vector 1 at 'input' decides", Reason(first, anew with { Run = 0 }), StringComparison.Ordinal);
        Assert.StartsWith("Vector 0 at 'input' decides", Reason(second), StringComparison.Ordinal);

        string? Reason(params ReadOnlySpan<DecisionVector> vectors) =>
            new PolicyHost(new PolicyHostOptions { AllowUnsigned = true })
                .Load(BundleBuilder.Build(model, ValueList.Create(vectors)))
                .Reason;
    }

    private static PolicyModel LimitedToOne()
    {
        var model = Limited(1);
        return model with
        {
            Layouts = [s_input, s_sessionPoint],
            Limits = [model.Limits[0] with { Draws = [model.Limits[0].Draws[0] with { Keys = [s_perSession] }], Owned = true }],
        };
    }

    private static PolicyHost Host(PolicyModel model)
    {
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true });
        Assert.Null(host.Load(BundleBuilder.Build(model)).Reason);
        return host;
    }

    private static Outcome[] AtOnce(PolicyHost host, string session, string other, string user = "u")
    {
        var outcomes = new Outcome[2];
        using var start = new Barrier(2);
        var threads = new[] { session, other }.Select((own, i) => new Thread(() =>
        {
            start.SignalAndWait();
            outcomes[i] = Decide(host, own, user);
        })).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        Array.Sort(outcomes);
        return outcomes;
    }

    private static Outcome Decide(PolicyHost host, string session, string user) =>
        host.Decide("input", Encoding.UTF8.GetBytes(Facts(session, user))).Outcome;

    private static string Facts(string session, string user) =>
        Traffic.Facts(user).Replace("\"items\"", $"\"session\":{{\"id\":\"{session}\"}},\"items\"", StringComparison.Ordinal);
}
