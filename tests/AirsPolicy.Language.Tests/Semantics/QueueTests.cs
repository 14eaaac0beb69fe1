using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Language.Tests.Semantics;

public class QueueTests
{
    private const string Queues =
        "param quick: duration = 5m, lower is stricter\nset quick = 2m\nqueue timed { sla 15m }\nqueue hurried { sla quick }\nqueue " +
        "untimed {}";

    [Theory]
    [InlineData("hold for timed", 15 * TimeSpan.TicksPerMinute)]
    [InlineData("hold for timed within 1h", TimeSpan.TicksPerHour)]
    [InlineData("hold for hurried", 2 * TimeSpan.TicksPerMinute)]
    [InlineData("hold for untimed", null)]
    public void A_hold_without_a_time_has_that_of_its_queue(string hold, long? ticks) =>
        Assert.Equal(
            ticks,
            Hold(
                Binding
                    .Bound(Binding.Policy($"control c {{ at output  always {hold} }}", Queues))
                    .Model!.Controls.Single()
                    .Placements[0]
                    .Rules[0]
                    .Effects[0]
            ).Ticks);

    [Fact]
    public void A_posture_that_holds_has_the_time_of_its_queue()
    {
        var model = Binding.Bound(Binding.Policy("control c { at output on error hold for timed always flag }", Queues)).Model!;
        Assert.Equal(15 * TimeSpan.TicksPerMinute, Hold(model.Controls[0].OnError).Ticks);
    }

    [Theory]
    [InlineData("tier airs.low", 4)]
    [InlineData("tier airs.high", 2)]
    [InlineData("tier airs.critical", 1)]
    [InlineData("", 1)]
    public void People_have_the_time_of_the_tier_and_that_of_the_highest_where_none_is_known(string tier, int hours)
    {
        var model = Binding.Model(
            $"policy p\nsystem s {{ {tier} }}\nparam quick: duration = by tier {{ low 4h, high 2h, critical 1h }}, lower is stricter\nqueue people {{ sla by tier {{ low 4h, high 2h, critical 1h }} }}\nqueue others {{ sla quick }}"
        );
        Assert.All(model.Queues, queue => Assert.Equal(hours * TimeSpan.TicksPerHour, queue.Sla));
    }

    [Fact]
    public void Roles_that_decide_later_stand_in_the_order_of_their_times_and_are_bound_by_the_host()
    {
        var model = Binding.Model(Binding.Policy(
            "queue people { sla 4h  reviewers \"board\" after 2h  reviewers \"staff\"  reviewers \"head\", \"staff\" after 1h  priority urgent }",
            "queue usual { sla 4h  reviewers \"staff\" }",
            "control c { at output  when length(text) > 9 then hold for people, hold for usual }"));
        var people = model.Queues.Single(queue => queue.Name == "p.people");
        Assert.Equal(["staff"], people.Reviewers);
        Assert.Equal(
            [("head", TimeSpan.TicksPerHour), ("board", 2 * TimeSpan.TicksPerHour)],
            people.HandsOn.Select(on => (string.Join(", ", on.Roles), on.After)));
        Assert.Equal(ReviewPriority.Urgent, people.Priority);
        Assert.Equal(ReviewPriority.Normal, model.Queues.Single(queue => queue.Name == "p.usual").Priority);
        Assert.Equal(
            ["board", "head", "staff"],
            model.Hosts.Where(host => host.Kind == "reviewers").Select(host => host.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("reviewers \"a\"  reviewers \"b\"", "AIRS3004")]
    [InlineData("reviewers \"a\" after 0s", "AIRS3015")]
    [InlineData("priority high  priority high", "AIRS3004")]
    [InlineData("priority first", "AIRS3039")]
    public void What_is_wrong_with_reviewers_and_priorities_is_said(string clause, string code) =>
        Assert.Equal(
            [code],
            Binding.Of(Binding.Policy($"queue people {{ sla 4h  {clause} }}")).Diagnostics.Select(found => found.Code));

    [Fact]
    public void A_sample_is_drawn_at_the_points_that_it_names_and_puts_what_nobody_can_tell_into_the_queue()
    {
        var model = Sampled("sample 1% where session.turns > 2 and point in [input, output] and has user.id");
        var control = model.Controls.Single();
        Assert.Equal("p.queue.looked", control.Id);
        Assert.Equal(["input", "output"], control.Placements.Select(placement => placement.Point));
        Assert.Equal(new EventEffect(EventAction.Queue, "p.looked"), Assert.IsType<FixedEffectModel>(control.OnError).Effect);
        Assert.Equal(
            ["input", "output"],
            model.Layouts.Where(layout => layout.Facts.Find("draw:p.looked") is not null).Select(layout => layout.Point));
    }

    [Fact]
    public void A_sample_stands_at_every_point()
    {
        var model = Sampled($"sample 1% where point in [{string.Join(", ", DecisionPoints.All.Select(point => point.Name))}]");
        Assert.Equal(
            DecisionPoints.All.Select(point => point.Name),
            model.Controls.Single().Placements.Select(placement => placement.Point));
    }

    [Theory]
    [InlineData("100%", 1)]
    [InlineData("0%", 0)]
    public void Nobody_draws_for_a_sample_of_everything_or_nothing(string share, int rules)
    {
        var model = Sampled($"sample {share} where point == output");
        Assert.DoesNotContain(model.Layouts, layout => layout.Facts.Find("draw:p.looked") is not null);
        Assert.Equal(rules, model.Controls.Single().Placements.Single().Rules.Count);
    }

    [Fact]
    public void What_a_sample_asks_of_the_facts_is_bound_at_each_of_its_points() =>
        Assert.Equal(
            ["AIRS2039"],
            Binding
                .Of(
                    Binding.Policy(
                        "queue looked { reviewers \"qa\"  sample 1% where point in [input, output] and output.modality != prose }"))
                .Diagnostics.Select(d => d.Code));

    [Fact]
    public void A_tier_that_has_failures_block_lets_samples_put_them_into_their_queue() =>
        Assert.DoesNotContain(
            Binding
                .Of(
                    "policy p\nuse b\nsystem s { owner \"o\"  tier b.high }\nqueue looked { reviewers \"qa\"  sample 1% where point == " +
                    "output }",
                    "library b\ntier high { requires on_error at least block }")
                .Diagnostics,
            found => found.Code == "AIRS6018");

    private static PolicyModel Sampled(string clauses) =>
        Binding.Bound(Binding.Policy($"queue looked {{ reviewers \"qa\"  {clauses} }}")).Model!;

    private static HoldEffect Hold(EffectModel effect) => Assert.IsType<HoldEffect>(Assert.IsType<FixedEffectModel>(effect).Effect);
}
