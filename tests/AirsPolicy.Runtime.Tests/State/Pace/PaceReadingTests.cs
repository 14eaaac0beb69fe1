using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Runtime.Tests.State.Pace;

public sealed class PaceReadingTests
{
    private static readonly PaceReading s_reading = new(
        [new ChartReading(PaceLevel.Alternate, 5), new ChartReading(PaceLevel.Primary, null)],
        7);

    [Fact]
    public void Moves_make_charts_worse_and_never_better()
    {
        Assert.Null(s_reading.After([], 20));
        Assert.Null(s_reading.After([new PaceMove(0, PaceLevel.Alternate, "c")], 20));
        var after = s_reading.After(
            [
                new PaceMove(0, PaceLevel.Emergency, "c"),
                new PaceMove(0, PaceLevel.Contingency, "d"),
                new PaceMove(1, PaceLevel.Alternate, "c"),
            ],
            20
        )!;
        Assert.Equal([new ChartReading(PaceLevel.Emergency, 20), new ChartReading(PaceLevel.Alternate, 20)], after.Charts.AsEnumerable());
        Assert.Equal(7, after.Signal);
        Assert.Equal(new ChartReading(PaceLevel.Alternate, 5), s_reading.Charts[0]);
    }

    [Theory]
    [InlineData(0, 9, 4)]
    [InlineData(0, 3, 0)]
    [InlineData(1, 9, 0)]
    public void How_long_a_chart_is_as_it_is_is_never_negative(int chart, long now, long age) =>
        Assert.Equal(age, s_reading.AgeOf(chart, now));
}
