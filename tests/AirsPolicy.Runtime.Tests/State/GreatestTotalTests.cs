using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Tallies;

namespace AirsPolicy.Runtime.Tests.State;

public sealed class GreatestTotalTests
{
    private readonly GreatestTotal _greatest = new(TimeWindow.Exact(10));

    [Fact]
    public void Before_anything_was_noted_it_is_nought() =>
        Assert.Equal((0, true, false), (_greatest.At(50), _greatest.IsBelow(1), _greatest.IsBelow(0)));

    [Fact]
    public void It_is_never_less_than_a_total_that_still_counts_and_ends_after_two_spans()
    {
        _greatest.Note(5, 100);
        _greatest.Note(3, 104);
        Assert.Equal((5, 5), (_greatest.At(100), _greatest.At(109)));
        Assert.Equal((5, 5), (_greatest.At(110), _greatest.At(119)));
        Assert.Equal(0, _greatest.At(120));
        Assert.True(_greatest.IsBelow(6) && !_greatest.IsBelow(5));
    }

    [Fact]
    public void What_came_in_the_span_before_counts_beside_what_comes_in_this()
    {
        _greatest.Note(5, 100);
        _greatest.Note(2, 110);
        Assert.Equal((5, 5), (_greatest.At(110), _greatest.At(119)));
        Assert.Equal(2, _greatest.At(120));
        _greatest.Note(7, 115);
        Assert.Equal((7, 7, 0), (_greatest.At(115), _greatest.At(129), _greatest.At(130)));
        _greatest.Note(1, 120);
        _greatest.Note(9, 120);
        Assert.Equal((9, true, false), (_greatest.At(120), _greatest.IsBelow(10), _greatest.IsBelow(9)));
    }

    [Fact]
    public void A_span_that_is_skipped_forgets_what_was_before()
    {
        _greatest.Note(5, 100);
        _greatest.Note(2, 119);
        Assert.Equal(5, _greatest.At(119));
        _greatest.Note(1, 139);
        Assert.Equal((1, false, true), (_greatest.At(139), _greatest.IsBelow(1), _greatest.IsBelow(2)));
    }

    [Fact]
    public void Where_everything_counts_it_never_falls()
    {
        var always = new GreatestTotal(TimeWindow.Always);
        always.Note(4, 0);
        always.Note(2, 0);
        Assert.Equal((4, true, false), (always.At(0), always.IsBelow(5), always.IsBelow(4)));
    }
}
