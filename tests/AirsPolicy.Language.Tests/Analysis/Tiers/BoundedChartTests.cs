namespace AirsPolicy.Language.Tests.Analysis.Tiers;

/// <summary>What a tier bounds of charts, of records and of waivers.</summary>
public class BoundedChartTests
{
    private static readonly DateOnly s_day = new(2024, 6, 1);

    private static string Chart(string tested) =>
        $"pace guardrail {{ enter alternate when not guardrail.healthy  recover alternate -> primary by \"on-call\"  tested {tested} }}";

    [Theory]
    [InlineData("2024-03-03", null)]
    [InlineData("2024-03-02", "the chart 'guardrail' was tried on 2024-03-02")]
    [InlineData("2024-06-01", null)]
    [InlineData("2024-06-02", "the chart 'guardrail' was tried on 2024-06-02")]
    public void A_chart_was_tried_within_the_time_and_not_ahead_of_it(string tested, string? broken) =>
        Assert.Equal(broken is null ? [] : [broken], Bounds.Broken("requires pace.tested at most 90d", Chart(tested), asOf: s_day));

    [Theory]
    [InlineData("2024-05-31", null)]
    [InlineData("2024-06-01", "the chart 'guardrail' was tried on 2024-06-01")]
    [InlineData("2024-06-02", "the chart 'guardrail' was tried on 2024-06-02")]
    public void A_trial_that_lies_ahead_keeps_no_bound_of_either_side(string tested, string? broken) =>
        Assert.Equal(broken is null ? [] : [broken], Bounds.Broken("requires pace.tested at least 1d", Chart(tested), asOf: s_day));

    [Fact]
    public void The_date_of_a_trial_is_marked()
    {
        Assert.Equal(["2024-01-01"], Bounds.Marked("requires pace.tested at most 90d", Chart("2024-01-01"), asOf: s_day));
        const string Other = "\n"
            + "pace human { enter alternate when pace.guardrail >= alternate  "
            + "recover alternate -> primary by \"on-call\"  tested 2024-01-01 }";
        Assert.Equal(["5:112", "6:114"], Bounds.Places("requires pace.tested at most 90d", Chart("2024-01-01") + Other, asOf: s_day));
    }

    [Fact]
    public void Without_a_day_only_a_chart_that_was_never_tried_is_found()
    {
        var never = Chart("2001-01-01").Replace("tested 2001-01-01", "", StringComparison.Ordinal);
        Assert.Empty(Bounds.Broken("requires pace.tested at most 90d", Chart("2001-01-01")));
        Assert.Equal(["the chart 'guardrail' was never tried"], Bounds.Broken("requires pace.tested at most 90d", never));
    }

    [Fact]
    public void A_policy_without_a_chart_has_tried_none()
    {
        Assert.Equal(["there is no chart"], Bounds.Broken("requires pace.tested at most 90d", "", asOf: s_day));
        Assert.Equal(["risk.high"], Bounds.Marked("requires pace.tested at most 90d", "", asOf: s_day));
        Assert.False(Bounds.HasFix("requires pace.tested at most 90d", ""));
    }
}
