using AirsPolicy.Cli.Filtering;

namespace AirsPolicy.Cli.Tests.Filtering;

public class FilterParserTests
{
    [Theory]
    [InlineData("name == \"a\"", "name == \"a\"")]
    [InlineData("weight>=1_000", "weight >= 1000")]
    [InlineData("weight == -2.50", "weight == -2.5")]
    [InlineData("weight < 85%", "weight < 0.85")]
    [InlineData("weight < 64KiB", "weight < 65536")]
    [InlineData("travelled > 1h30m", "travelled > 1h30m")]
    [InlineData("sent >= 2027-03-31", "sent >= 2027-03-31T00:00:00Z")]
    [InlineData("sent < 2027-03-31T09:30:00+01:00", "sent < 2027-03-31T08:30:00Z")]
    [InlineData("sent < now-2h", "sent < now - 2h")]
    [InlineData("sent < now + 1d", "sent < now + 1d")]
    [InlineData("sent < now", "sent < now")]
    [InlineData("fragile", "fragile == true")]
    [InlineData("not fragile == false", "not fragile == false")]
    [InlineData("colour == \"sea green\"", "colour == \"sea green\"")]
    [InlineData("size >= middle", "size >= middle")]
    [InlineData("size in [small, large]", "size == small or size == large")]
    [InlineData("name not in [\"a\", \"b\"]", "name != \"a\" and name != \"b\"")]
    [InlineData("name starts with \"a\" or name ends with \"b\"", "name starts with \"a\" or name ends with \"b\"")]
    [InlineData("marks contains \"x\"", "marks contains \"x\"")]
    [InlineData("name is absent", "name is absent")]
    [InlineData("has name", "not name is absent")]
    [InlineData("content.user.id == \"u\"", "content.user.id == \"u\"")]
    [InlineData("content.args[\"orderId\"] == 1 and content.in[\"a b\"]", "content.args.orderId == 1 and content.in[\"a b\"] == true")]
    [InlineData("fragile and fragile or fragile and (fragile or fragile)",
        "fragile == true and fragile == true or fragile == true and (fragile == true or fragile == true)")]
    [InlineData("not (fragile and fragile)", "not (fragile == true and fragile == true)")]
    [InlineData("name == \"\\\"\\\\\\n\\u{1F600}é\"", "name == \"\\\"\\\\\\u{A}\\u{1F600}é\"")]
    public void A_filter_is_read(string text, string written)
    {
        var filter = FilterParser.Read(text, Parcel.Schema, out var mistake);
        Assert.Null(mistake);
        Assert.Equal(written, FilterText.Of(filter!));
    }

    [Theory]
    [InlineData("", "", "Expected '(', 'has', 'not' or a field here, but this is the end.")]
    [InlineData("nam == \"a\"", "nam", "There is no field 'nam'; did you mean 'name'?")]
    [InlineData("zzzzzz == 1", "zzzzzz",
        "There is no field 'zzzzzz'; there are name, marks, weight, sent, travelled, fragile, colour, size, content.")]
    [InlineData("name contans \"a\"", "contans", "'contans' is not known here. Did you mean 'contains'?")]
    [InlineData("name = \"a\"", "=", "'=' is not an operator; write '=='.")]
    [InlineData("fragile && fragile", "&&", "'&&' is not an operator; write 'and'.")]
    [InlineData("name == ", "", "Expected a value here, but this is the end.")]
    [InlineData("name", "name", "A condition must be true or false, but 'name' is a text.")]
    [InlineData("name == a", "a", "'name' is a text, but this is a word; write \"a\".")]
    [InlineData("name == 'a'", "'a'", "Texts are written with double quotes.")]
    [InlineData("name == \"a", "\"a", "This text is not closed with '\"' on its line.")]
    [InlineData("name == \"\\x\"", "\\x", "There is no escape '\\x'; a backslash itself is written '\\\\'.")]
    [InlineData("travelled > 30", "30", "'travelled' is a length of time, but this is a number.")]
    [InlineData("travelled > 30min", "min",
        "'min' is not a unit; there are ms, s, m, h, d, y for time, B, KiB, MiB, GiB, TiB for sizes, and %.")]
    [InlineData("travelled > 2027-02-30", "2027-02-30", "There is no date '2027-02-30'; dates are written year, month, day: '2027-03-31'.")]
    [InlineData("weight > 2h", "2h", "'weight' is a number, but this is a length of time.")]
    [InlineData("weight > 1.2.3", "1.2.3",
        "'1.2.3' is no value of a filter; write a number, a duration such as 2h, or a time such as 2027-03-31T09:30:00Z.")]
    [InlineData("sent > now - 2", "2", "Expected a length of time here, but this is '2'.")]
    [InlineData("size == lage", "lage", "'size' is never 'lage'; did you mean 'large'?")]
    [InlineData("size == huge1234", "huge1234", "'size' is never 'huge1234'; it is one of [small, middle, large].")]
    [InlineData("size == 3", "3", "'size' is one of [small, middle, large], but this is a number.")]
    [InlineData("name < \"a\"", "<", "'name' is a text, and a text cannot be compared with '<'.")]
    [InlineData("colour < red", "<", "'colour' is one of [red, sea green], and a word cannot be compared with '<'.")]
    [InlineData("weight contains 3", "contains", "'weight' is a number, and a number cannot be compared with 'contains'.")]
    [InlineData("marks == \"x\"", "==", "'marks' is a list of texts; write 'marks contains \"x\"'.")]
    [InlineData("marks in [\"x\", \"y\"]", "in", "'marks' is a list of texts; write 'marks contains \"x\"'.")]
    [InlineData("content == 1", "content", "'content' is a record; name a member of it, such as content.user.id.")]
    [InlineData("content.a == b", "b", "'content' is a record, but this is a word; write \"b\".")]
    [InlineData("name.first == \"a\"", "name.first", "'name' is a text, which has no members.")]
    [InlineData("(fragile", "", "Expected ')' here, but this is the end.")]
    [InlineData("fragile fragile", "fragile", "Expected 'and', 'or', an operator or the end here, but this is 'fragile'.")]
    [InlineData("fragile == true 2", "2", "Expected 'and', 'or' or the end here, but this is '2'.")]
    [InlineData("name in []", "]", "Expected a value here, but this is ']'.")]
    [InlineData("name is missing", "missing", "Expected 'absent' here, but this is 'missing'.")]
    [InlineData("weight == 99999999999999999999", "99999999999999999999", "'99999999999999999999' is beyond the range of its type.")]
    public void A_mistake_says_where_it_is_and_what_would_be_right(string text, string where, string message)
    {
        Assert.Null(FilterParser.Read(text, Parcel.Schema, out var mistake));
        Assert.Equal(message, mistake!.Message);
        Assert.Equal(where, text[mistake.Span.Start..mistake.Span.End]);
    }

    [Fact]
    public void A_filter_has_a_bound_on_its_length()
    {
        var whole = "fragile" + new string(' ', FilterParser.MostUnits - 7);
        Assert.NotNull(FilterParser.Read(whole, Parcel.Schema, out _));
        Assert.Null(FilterParser.Read(whole + " ", Parcel.Schema, out var mistake));
        Assert.Equal("A filter has at most 2,000 characters.", mistake!.Message);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("not ", "")]
    [InlineData("not (", ")")]
    public void A_filter_has_a_bound_on_its_depth(string open, string close)
    {
        var levels = FilterParser.MostDepth / open.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        Assert.NotNull(FilterParser.Read(Nested(levels), Parcel.Schema, out _));
        Assert.Null(FilterParser.Read(Nested(levels + 1), Parcel.Schema, out var mistake));
        Assert.Equal("A filter nests at most 32 deep.", mistake!.Message);
        Assert.Null(FilterParser.Read(string.Concat(Enumerable.Repeat(open, 2_000 / open.Length)), Parcel.Schema, out _));

        string Nested(int depth) =>
            string.Concat(Enumerable.Repeat(open, depth)) + "fragile" + string.Concat(Enumerable.Repeat(close, depth));
    }
}
