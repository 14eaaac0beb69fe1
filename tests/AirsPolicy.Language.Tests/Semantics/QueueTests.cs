using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Tests.Semantics;

public class QueueTests
{
    private const string Queues = "param quick: duration = 5m, lower is stricter\nset quick = 2m\nqueue timed { sla 15m }\nqueue hurried { sla quick }\nqueue untimed {}";

    [Theory]
    [InlineData("hold for timed", 15 * TimeSpan.TicksPerMinute)]
    [InlineData("hold for timed within 1h", TimeSpan.TicksPerHour)]
    [InlineData("hold for hurried", 2 * TimeSpan.TicksPerMinute)]
    [InlineData("hold for untimed", null)]
    public void A_hold_without_a_time_has_that_of_its_queue(string hold, long? ticks) =>
        Assert.Equal(ticks, Hold(Binding.Rule($"always {hold}", declarations: Queues).Effects[0]).Ticks);

    [Fact]
    public void A_posture_that_holds_has_the_time_of_its_queue()
    {
        var model = Binding.Model(Binding.Policy("control c { at output on error hold for timed always flag }", Queues));
        Assert.Equal(15 * TimeSpan.TicksPerMinute, Hold(model.Controls[0].OnError).Ticks);
    }

    [Theory]
    [InlineData("tier airs.low", 4)]
    [InlineData("tier airs.high", 2)]
    [InlineData("tier airs.critical", 1)]
    [InlineData("", 1)]
    public void People_have_the_time_of_the_tier_and_that_of_the_highest_where_none_is_known(string tier, int hours)
    {
        var model = Binding.Model($"policy p\nsystem s {{ {tier} }}\nparam quick: duration = by tier {{ low 4h, high 2h, critical 1h }}, lower is stricter\nqueue people {{ sla by tier {{ low 4h, high 2h, critical 1h }} }}\nqueue others {{ sla quick }}");
        Assert.All(model.Queues, queue => Assert.Equal(hours * TimeSpan.TicksPerHour, queue.Sla));
    }

    private static HoldEffect Hold(EffectModel effect) => Assert.IsType<HoldEffect>(Assert.IsType<FixedEffectModel>(effect).Effect);
}
