using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Runtime.Tests.State.Pace;

/// <summary>Who brings a chart back, when, and what they are told otherwise.</summary>
public sealed class PaceRecoveryTests
{
    private static readonly ChartDefinition s_chart = new(
        "judge",
        [],
        [new ChartRecovery(PaceLevel.Emergency, ["chief"], 10), new ChartRecovery(PaceLevel.Alternate, ["lead", "chief"], 10)]);

    private static readonly ChartHealth s_health = new(PaceLevel.Alternate, PaceLevel.Primary, null);

    [Fact]
    public void A_person_of_a_role_brings_it_back_once_nothing_asks_for_it_and_the_time_is_over()
    {
        Assert.Null(Refusal(s_health, 0));
        Assert.Null(Refusal(s_health with { LastAsked = 5 }, 15));
        Assert.Equal(
            "The chart 'judge' goes back from alternate to primary at 0001-01-01T00:00:00.0000015Z at the earliest, if until then " +
            "nothing asks for alternate or worse.",
            Refusal(s_health with { LastAsked = 5 }, 14));
        Assert.Equal(
            "The chart 'judge' goes back from alternate to primary once nothing asks for alternate or worse; at the last signal " +
            "alternate was asked for.",
            Refusal(s_health with { AskedNow = PaceLevel.Alternate }, 14));
        Assert.StartsWith(
            "The chart 'judge' goes back from alternate to primary once",
            Refusal(s_health with { AskedNow = PaceLevel.Emergency }, 14),
            StringComparison.Ordinal);
        Assert.Null(
            PaceRecovery.Refusal(s_chart, new ChartHealth(PaceLevel.Emergency, PaceLevel.Contingency, null), isPerson: true, ["chief"], 0));
    }

    [Fact]
    public void The_earliest_time_is_one_that_can_be_written()
    {
        var late = s_chart with { Recoveries = [new ChartRecovery(PaceLevel.Alternate, ["lead"], CheckedArithmetic.MaxInstant)] };
        Assert.Contains(
            "9999-12-31T23:59:59.9999999Z",
            PaceRecovery.Refusal(late, s_health with { LastAsked = 5 }, isPerson: true, ["lead"], 6),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_else_brings_it_back()
    {
        Assert.Equal(
            "The chart 'judge' is at primary: there is nothing to recover from.",
            Refusal(s_health with { Level = PaceLevel.Primary }, 0));
        Assert.Equal(
            "The chart 'judge' has no 'recover contingency -> alternate', so that nobody brings it back.",
            Refusal(s_health with { Level = PaceLevel.Contingency }, 0));
        Assert.Equal(
            "The chart 'judge' goes back from alternate to primary by a person alone, not by an agent or a service.",
            PaceRecovery.Refusal(s_chart, s_health, isPerson: false, ["lead"], 0));
        Assert.Equal(
            "The chart 'judge' goes back from alternate to primary by 'lead' or 'chief' alone.",
            PaceRecovery.Refusal(s_chart, s_health, isPerson: true, ["guest"], 0));
    }

    [Fact]
    public void What_is_asked_for_beside_and_does_not_hold_is_said()
    {
        Assert.Equal("The chart 'judge' goes back from alternate to primary once what its 'where' asks for holds, which it does not.", PaceRecovery.Unmet(s_chart, PaceLevel.Alternate, null));
        Assert.Equal(
            "The chart 'judge' goes back from emergency to contingency once what its 'where' asks for holds, which cannot be told: late", PaceRecovery.Unmet(s_chart, PaceLevel.Emergency, "late"));
        Assert.Equal("", PaceRecovery.Unmet(s_chart, PaceLevel.Contingency, null));
        Assert.Equal("'recovery.id' names no chart; there are 'a', 'b'.", PaceRecovery.NoChart(["a", "b"]));
    }

    private static string? Refusal(ChartHealth health, long now) => PaceRecovery.Refusal(s_chart, health, isPerson: true, ["lead"], now);
}
