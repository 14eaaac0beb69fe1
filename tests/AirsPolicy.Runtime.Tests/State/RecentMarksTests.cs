using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Tallies;

namespace AirsPolicy.Runtime.Tests.State;

public sealed class RecentMarksTests
{
    // No gap, those on either side of a byte more, and the greatest.
    private static readonly long[] s_gaps = [0, 1, 127, 128, 16_383, 16_384, 86_400_000_000, 1L << 55, 0, 3];

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1_000)]
    public void As_many_are_counted_as_a_plain_list_holds(int most)
    {
        foreach (var span in new[] { 1, 128, 200_000, 1L << 56, long.MaxValue - TimeWindow.Slices })
        {
            var (marks, plain, now) = (new RecentMarks(TimeWindow.Exact(span), most), new List<long>(), 0L);
            for (var i = 0; i < 200; i++)
            {
                now += s_gaps[i * 7 % s_gaps.Length];
                marks.Add(new Occurrence(now, 1, default));
                plain.Add(now);
                Assert.Equal(Math.Min(most, plain.Count(mark => now - mark < span)), marks.Read(now).Amount);
            }
        }
    }

    [Fact]
    public void The_greatest_gap_there_is_lies_between_two()
    {
        var marks = new RecentMarks(TimeWindow.Exact(10), 5);
        marks.Add(new Occurrence(0, 1, default));
        marks.Add(new Occurrence(long.MaxValue, 1, default));
        Assert.Equal(1, marks.Read(long.MaxValue).Amount);
    }

    [Fact]
    public void For_another_key_nothing_is_left_of_the_one_before()
    {
        var marks = new RecentMarks(TimeWindow.Exact(1_000), 500);
        for (var i = 0; i < 300; i++)
            marks.Add(new Occurrence(i, 1, default));
        marks.Fail(300, FailureKind.Overflow);
        marks.Clear();
        Assert.Equal((FailureKind.None, 0), (marks.Read(300).Failure, marks.Read(300).Amount));
        marks.Add(new Occurrence(301, 1, default));
        Assert.Equal(1, marks.Read(301).Amount);
    }
}
