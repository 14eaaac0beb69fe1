using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Tests.Text;

public class SourceTextTests
{
    [Fact]
    public void Lines_end_at_any_line_break()
    {
        var source = SourceText.From("a\r\nbc\rd\n");
        Assert.Equal(4, source.LineCount);
        Assert.Equal(new LinePosition(1, 1), source.PositionOf(4));
        Assert.Equal("bc", source.Slice(source.LineSpan(1)).ToString());
        Assert.Equal(new LinePosition(3, 0), source.PositionOf(source.Length));
        Assert.Equal("a\nbc\nd\n", source.Normalized());
    }

    [Fact]
    public void A_place_beyond_its_line_is_the_end_of_the_line()
    {
        var source = SourceText.From("ab\ncd");
        Assert.Equal(2, source.OffsetOf(new LinePosition(0, 9)));
        Assert.Equal(5, source.OffsetOf(new LinePosition(7, 0)));
        Assert.Equal(4, source.OffsetOf(new LinePosition(1, 1)));
    }
}
