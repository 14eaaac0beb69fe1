using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Tests.Views;

public class TextViewTests
{
    [Theory]
    [InlineData("say IGNORE it", "ignore", "IGNORE")]
    [InlineData("a  \u00A0 b", " ", "  \u00A0 ")] // a run of white space
    [InlineData("x\n\n  y z", " y", "\n\n  y")]
    [InlineData("o\uFB03ce", "f", "\uFB03")] // a part of a ligature is the ligature
    [InlineData("o\uFB03ce", "fic", "\uFB03c")]
    [InlineData("\u200Bi\u200Bg\u200Bn\u200B!", "ign", "i\u200Bg\u200Bn")] // what is removed at the edges is not part of it
    [InlineData("an e\u0301\u0334 x", "e", "e\u0301\u0334")] // a letter takes its marks along
    [InlineData("\U0001D526\U0001D524n", "ig", "\U0001D526\U0001D524")]
    [InlineData("\u0645\u0665\u0666!", "56", "\u0665\u0666")]
    [InlineData("\u1112\u1161\u11AB\u1100\u1161", "\uD55C", "\u1112\u1161\u11AB")]
    [InlineData("x\uFF76\uFF9Ey", "\u30AC", "\uFF76\uFF9E")]
    [InlineData("a\U000E0041\U000E0042b", "ab", "a\U000E0041\U000E0042b")]
    [InlineData("\U0001F600b", "\U0001F600", "\U0001F600")]
    public void A_match_reports_the_original_that_produced_it(string text, string match, string expected)
    {
        var view = new TextView();
        TextViews.Write(TextViewKind.Folded, text, view);
        var start = view.Text.IndexOf(match, StringComparison.Ordinal);
        Assert.True(start >= 0, view.Text.ToString());
        var span = view.ToOriginal(start, start + match.Length);
        Assert.Equal(expected, text[span.Start..span.End]);
    }

    [Fact]
    public void The_plain_view_is_the_text_and_its_spans()
    {
        var view = new TextView();
        TextViews.Write(TextViewKind.Plain, "A \uFF22  c", view);
        Assert.Equal("A \uFF22  c", view.Text);
        Assert.Equal(new TextSpan(2, 5), view.ToOriginal(2, 5));
    }

    [Fact]
    public void Empty_ranges_lie_where_the_next_unit_begins()
    {
        var view = new TextView();
        Folding.Fold("\u200Bab\u200B", view);
        Assert.Equal(new TextSpan(1, 1), view.ToOriginal(0, 0));
        Assert.Equal(new TextSpan(2, 2), view.ToOriginal(1, 1));
        Assert.Equal(new TextSpan(4, 4), view.ToOriginal(2, 2));
        Folding.Fold("", view);
        Assert.Equal(new TextSpan(0, 0), view.ToOriginal(0, 0));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(2, 1)]
    [InlineData(0, 3)]
    public void A_range_outside_the_view_is_refused(int start, int end)
    {
        var view = new TextView();
        Folding.Fold("ab", view);
        Assert.Throws<ArgumentOutOfRangeException>(() => view.ToOriginal(start, end));
    }

    [Fact]
    public void A_kind_that_is_none_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TextViews.Write((TextViewKind)99, "a", new TextView()));

    [Fact]
    public void Nothing_is_allocated_once_the_view_has_grown()
    {
        var text = string.Concat(
            Enumerable.Repeat(
                "Plain ASCII, \uFF26\uFF35\uFF2C\uFF2C  w\u200Bidth, \u0456g\u0301n\u043Er\u0435 \U0001D526 \uFB03\n\uAC00 " +
                "\u0436\u0306\u0301 ",
                200));
        var view = new TextView();
        Fill();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Fill();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Fill()
        {
            TextViews.Write(TextViewKind.Plain, text, view);
            TextViews.Write(TextViewKind.Folded, text, view);
        }
    }
}
