using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Runtime.Tests.Decisions;

public sealed class CalibrationFiguresTests
{
    private static readonly HashSet<int> s_nothing = [];
    private static readonly HashSet<int> s_review = [0];
    private static readonly HashSet<int> s_escalate = [0, 1];

    [Fact]
    public void What_follows_is_compared_and_no_answer_agrees_with_nothing()
    {
        var figures = CalibrationFigures.Of([
            (s_nothing, s_nothing), (s_nothing, s_review), (s_nothing, null),
            (s_review, s_review), (s_review, s_escalate), (s_review, s_nothing), (s_escalate, null), (s_escalate, s_escalate),
        ]);
        Assert.Equal(new CalibrationFigures(Cases: 8, Telling: 5, Agreeing: 3, MissedCases: 1, Alarms: 1, Unanswered: 2), figures);
        Assert.Equal(0.2, figures.Missed.Value);
        Assert.Equal(1 / 3.0, figures.FalseAlarms.Value);
    }

    [Fact]
    public void A_bar_is_kept_at_its_value_and_not_where_there_is_nothing_to_count()
    {
        var figures = new CalibrationFigures(20, 10, 17, 1, 0, 0);
        Assert.Empty(new CalibrationBars(850_000, 100_000, 0).NotKept(figures));
        Assert.Equal(["agreement", "missed"], new CalibrationBars(850_001, 99_999, 0).NotKept(figures));
        Assert.Equal(["agreement", "missed", "false_alarms"], new CalibrationBars(0, 0, 0).NotKept(CalibrationFigures.Of([])));
    }

    // Wilson, Probable inference, the law of succession, and statistical inference (1927); values by hand.
    [Theory]
    [InlineData(0, 10, 0, 0.2775)]
    [InlineData(10, 10, 0.7225, 1)]
    [InlineData(5, 10, 0.2366, 0.7634)]
    [InlineData(85, 100, 0.7672, 0.9069)]
    [InlineData(0, 0, 0, 1)]
    public void The_interval_of_a_share_is_that_of_Wilson(int hits, int of, double low, double high)
    {
        var share = new ShareEstimate(hits, of);
        Assert.Equal(low, share.Low, 4);
        Assert.Equal(high, share.High, 4);
    }
}
