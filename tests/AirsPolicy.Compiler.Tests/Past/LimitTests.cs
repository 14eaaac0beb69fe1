using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Text.Scores;
using static AirsPolicy.Compiler.Tests.Models.Make;
using static AirsPolicy.Compiler.Tests.Past.PastPolicies;

namespace AirsPolicy.Compiler.Tests.Past;

public sealed class LimitTests
{
    [Fact]
    public void A_limit_lets_through_what_it_allows_in_its_window_and_not_one_more()
    {
        var traffic = new Traffic(Limited(2, within: Hour));

        Assert.Equal(
            [Outcome.Allow, Outcome.Allow, Outcome.Block, Outcome.Allow, Outcome.Block, Outcome.Allow],
            new[] { ("a", 0L), ("a", 1), ("a", 2), ("b", 3), ("a", Hour - 1), ("a", Hour) }.Select(request =>
                traffic.Ask(request.Item1, request.Item2)));
    }

    [Fact]
    public void What_is_refused_for_another_reason_draws_nothing()
    {
        var model = Limited(1);
        var traffic = new Traffic(
            model with
            {
                Controls = [Control("t.amount", TestFacts.Input, When(Above("amount", 100m), Block())), .. model.Controls],
            }
        );

        Assert.Equal(
            [Outcome.Block, Outcome.Allow, Outcome.Block],
            new[] { 101m, 1m, 1m }.Select(amount => traffic.Ask("a", amount: amount)));
    }

    [Fact]
    public void An_arm_comes_in_over_its_share()
    {
        var traffic = new Traffic(Policy(
            TestFacts.Input,
            Control("t.limit", TestFacts.Input, When(Passed(0), Flag), When(Passed(0, 1), Block()))) with
        {
            Limits = [Limit("t.limit", 4, [Millionths.Whole / 2, Millionths.Whole])],
        });

        Assert.Equal(
            [Outcome.Allow, Outcome.Allow, Outcome.Flag, Outcome.Flag, Outcome.Block],
            Enumerable.Range(0, 5).Select(_ => traffic.Ask("a")));
    }

    [Fact]
    public void A_control_in_detect_mode_draws_nothing_from_its_limit()
    {
        var model = Limited(1);
        var traffic = new Traffic(model with { Controls = [model.Controls[0] with { Detect = new DetectMode(null) }] });

        Assert.All(Enumerable.Range(0, 3), _ => Assert.Empty(traffic.Decide(Traffic.Facts("a")).Detected));
        Assert.Equal(0, traffic.State.Limits.Peek(0, new StateKeyWriter().Add("a").ToKey(), Traffic.At(0)).Amount);
    }

    [Fact]
    public void A_draw_that_cannot_be_told_takes_the_posture_of_its_control()
    {
        var model = Limited(1) with { Limits = [Limit("t.limit", 0, [Millionths.Whole], amount: Fact("amount"), allowed: Value(100m))] };
        var negative = new Traffic(model).Decide(Traffic.Facts("a", amount: -1m));
        Assert.Equal((Outcome.Block, StateFailure.NegativeDraw), (negative.Outcome, negative.Fired.Single().Failure));

        var unknown = new Traffic(
            model with
            {
                Limits = [model.Limits[0] with { Draws = [model.Limits[0].Draws[0] with { Keys = [Fact("order.id")] }] }],
            }
        );
        var missing = unknown.Decide(Traffic.Facts("a"));
        Assert.Equal((Outcome.Block, FailureKind.MissingFact), (missing.Outcome, missing.Fired.Single().Failure!.Kind));
    }

    [Fact]
    public void What_is_held_is_set_aside_and_given_back_by_silence()
    {
        var model = Limited(1);
        var traffic = new Traffic(model with
        {
            Controls = [Control("t.amount", TestFacts.Input, When(Above("amount", 100m), Hold(Hour))), .. model.Controls],
            Aggregates = [PerUser(AggregateKind.Count, EventFate.Refused)],
        });

        Assert.Equal([Outcome.Hold, Outcome.Block], new[] { 101m, 1m }.Select(amount => traffic.Ask("a", amount: amount)));
        Assert.Equal(Outcome.Block, traffic.Ask("a", Hour - 1));
        Assert.Equal(Outcome.Allow, traffic.Ask("a", Hour));
        Assert.Equal(3, traffic.State.Events.Read(0, new StateKeyWriter().Add("a").ToKey(), Traffic.At(Hour)).Amount);
    }

    [Fact]
    public void What_is_approved_counts_from_its_approval()
    {
        var model = Limited(1, within: Hour);
        var traffic = new Traffic(model with
        {
            Controls = [Control("t.amount", TestFacts.Input, When(Above("amount", 100m), Hold(null))), .. model.Controls],
            Queues = [new QueueModel("people", null, ["expert"], 1)],
            Aggregates = [PerUser(AggregateKind.Count, within: Hour, upTo: 5)],
        });
        traffic.Ask("a", amount: 101m);

        Assert.Equal(Outcome.Allow, traffic.Approve(1, "a", Hour, amount: 101m).Outcome);
        Assert.Equal(FailureKind.Unknown, traffic.Approve(1, "a", Hour, amount: 101m).Failure?.Kind);
        Assert.Equal(Outcome.Block, traffic.Ask("a", 2 * Hour - 1));
        Assert.Equal(1, traffic.State.Events.Read(0, new StateKeyWriter().Add("a").ToKey(), Traffic.At(2 * Hour - 1)).Amount);
        Assert.Equal(Outcome.Allow, traffic.Ask("a", 2 * Hour));
    }

    [Fact]
    public void What_was_counted_and_drawn_goes_on_under_a_policy_that_means_the_same_and_else_begins_anew()
    {
        var model = Limited(2) with { Aggregates = [PerUser(AggregateKind.Count)] };
        var before = new Traffic(model);
        before.Ask("a");
        var other = PerUser(AggregateKind.Count, EventFate.All);
        var after = new Traffic(
            model with
            {
                Aggregates = [other, model.Aggregates[0]],
                Limits = [Limit("t.limit", 3, [Millionths.Whole]) with { Id = "t.another" }, model.Limits[0]],
                Controls = [Control("t.limit", TestFacts.Input, When(Passed(1), Block()))],
            },
            before.State);
        var a = new StateKeyWriter().Add("a").ToKey();

        Assert.Equal([0, 1], new[] { 0, 1 }.Select(aggregate => (int)after.State.Events.Read(aggregate, a, Traffic.At(0)).Amount));
        Assert.Equal([Outcome.Allow, Outcome.Block], new[] { after.Ask("a"), after.Ask("a") });
        Assert.Equal(Outcome.Block, before.Ask("a"));
    }
}
