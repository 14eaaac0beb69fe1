using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Keys;
using static AirsPolicy.Compiler.Tests.Models.Make;
using static AirsPolicy.Compiler.Tests.Past.PastPolicies;

namespace AirsPolicy.Compiler.Tests.Past;

public sealed class CountTests
{
    [Fact]
    public void Decisions_that_went_on_are_counted_for_their_key_alone_and_the_present_one_is_not()
    {
        var traffic = new Traffic(AtLeast(PerUser(AggregateKind.Count, upTo: 3), 2));

        Assert.Equal(
            [Outcome.Allow, Outcome.Allow, Outcome.Allow, Outcome.Block, Outcome.Block, Outcome.Allow, Outcome.Block],
            new[] { "a", "b", "a", "a", "a", "b", "b" }.Select(user => traffic.Ask(user)));
    }

    [Fact]
    public void An_event_counts_while_less_than_its_window_has_passed()
    {
        var traffic = new Traffic(AtLeast(PerUser(AggregateKind.Count, within: Hour, upTo: 2), 1));

        Assert.Equal(Outcome.Allow, traffic.Ask("a"));
        Assert.Equal(Outcome.Block, traffic.Ask("a", Hour - 1));
        Assert.Equal(Outcome.Allow, traffic.Ask("a", Hour));
    }

    [Fact]
    public void Refused_decisions_are_counted_apart()
    {
        var amount = Control("t.amount", TestFacts.Input, When(Above("amount", 100m), Block()));
        var model = AtLeast(PerUser(AggregateKind.Count, EventFate.Refused), 2);
        var traffic = new Traffic(model with { Controls = [amount, .. model.Controls] });

        Assert.Equal(Outcome.Allow, traffic.Ask("a"));
        Assert.Equal(Outcome.Block, traffic.Ask("a", amount: 101m));
        Assert.Equal(Outcome.Allow, traffic.Ask("a"));
        Assert.Equal(Outcome.Block, traffic.Ask("a", amount: 101m));
        Assert.Equal("Too often.", traffic.Decide(Traffic.Facts("a")).Message);
    }

    [Fact]
    public void Different_values_and_sums_are_told()
    {
        var distinct = new Traffic(AtLeast(PerUser(AggregateKind.Distinct, value: Fact("channel")), 2));
        Assert.Equal(
            [Outcome.Allow, Outcome.Allow, Outcome.Allow, Outcome.Block],
            new[] { "web", "web", "mail", "web" }.Select(channel => distinct.Ask("a", channel: channel)));

        var sum = new Traffic(
            Policy(
                TestFacts.Input,
                Control(
                    "t.sum",
                    TestFacts.Input,
                    When(Compare(Asked(0, DecimalShape.Instance), CompareOperator.Greater, Value(20.01m)), Block()))
            ) with
            {
                Aggregates = [PerUser(AggregateKind.Sum, value: Fact("amount"))],
            }
        );
        Assert.Equal(
            [Outcome.Allow, Outcome.Allow, Outcome.Allow, Outcome.Block],
            new[] { 10m, 10.01m, 0.005m, 1m }.Select(amount => sum.Ask("a", amount: amount)));
    }

    [Fact]
    public void Without_the_state_of_the_policy_nothing_is_taken_for_never_having_happened()
    {
        var model = AtLeast(PerUser(AggregateKind.Count), 1);
        var decision = new Loaded(model).Decide(FrameBuilder.Input());

        Assert.Equal(Outcome.Block, decision.Outcome);
        Assert.Equal(StateFailure.NoState, decision.Fired.Single().Failure);
    }

    [Fact]
    public void An_event_whose_value_cannot_be_told_fails_its_key_and_nobody_else()
    {
        var traffic = new Traffic(
            AtLeast(PerUser(AggregateKind.Sum, value: new PathExpression(["order", "total"], DecimalShape.Instance, Place())), 1) with
            {
                Controls =
                [
                    Control(
                        "t.sum",
                        TestFacts.Input,
                        When(Compare(Asked(0, DecimalShape.Instance), CompareOperator.Greater, Value(1m)), Block())),
                ],
            }
        );

        Assert.Equal(Outcome.Allow, traffic.Ask("a"));
        Assert.Equal(StateFailure.Of(FailureKind.MissingFact), traffic.Decide(Traffic.Facts("a")).Fired.Single().Failure);
        Assert.Equal(Outcome.Allow, traffic.Ask("b"));
    }

    [Fact]
    public void A_request_whose_facts_do_not_fit_is_counted_for_whom_it_names()
    {
        var traffic = new Traffic(AtLeast(PerUser(AggregateKind.Count, EventFate.Refused), 1));

        Assert.Equal(
            FailureKind.MisfitFact,
            traffic.Decide(Traffic.Facts("a").Replace("\"amount\":10", "\"amount\":\"much\"", StringComparison.Ordinal)).Failure!.Kind);
        Assert.Equal(Outcome.Block, traffic.Ask("a"));
        Assert.Equal(Outcome.Allow, traffic.Ask("b"));
    }

    [Fact]
    public void A_request_that_names_nobody_makes_the_count_unknown_for_everybody()
    {
        var traffic = new Traffic(AtLeast(PerUser(AggregateKind.Count, EventFate.Refused), 1));
        traffic.Decide("{\"user\":7}");

        Assert.Equal(StateFailure.Of(FailureKind.MissingFact), traffic.Decide(Traffic.Facts("b")).Fired.Single().Failure);
    }

    [Fact]
    public void What_is_counted_for_a_session_goes_with_it_and_the_rest_stays()
    {
        var perUser = PerUser(AggregateKind.Count);
        var session = perUser.Sources[0] with
        {
            Keys = [new PathExpression(["session", "id"], TextShape.Instance, Place()), Fact("channel")],
        };
        var layout = TestFacts.Input with
        {
            Facts = new RecordShape([
                .. TestFacts.Common.Members,
                TestFacts.Member("session", new RecordShape([TestFacts.Member("id", TextShape.Instance)])),
            ]),
        };
        var kept = new Loaded(Policy([layout], []) with
        {
            Aggregates = [perUser with { Owned = true, Sources = [session] }, perUser with { Sources = [session] }],
        }).Policy.State;

        Assert.Equal([StateOwner.Session, StateOwner.None], kept.Aggregates.Select(aggregate => aggregate.Owner));
        var state = new PolicyState(kept);
        var (one, other) = (Key("s1"), Key("s2"));
        for (var aggregate = 0; aggregate < 2; aggregate++)
        {
            state.Events.Record(aggregate, new EventKey(Key("s1", "web"), one), 1, 0);
            state.Events.Record(aggregate, new EventKey(Key("s2", "web"), other), 1, 0);
        }
        Assert.True(state.EndSession(one, 0));

        Assert.Equal(
            [0, 1, 1, 1],
            new[] { (0, "s1"), (0, "s2"), (1, "s1"), (1, "s2") }.Select(c => (int)state.Events.Read(c.Item1, Key(c.Item2, "web"), 0).Amount)
        );
    }

    private static StateKey Key(params string[] texts)
    {
        var writer = new StateKeyWriter();
        foreach (var text in texts)
            writer.Add(text);
        return writer.ToKey();
    }
}
