using AirsPolicy.Cli.Filtering;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Cli.Tests.Filtering;

public class FilterLaws
{
    private static readonly DateTimeOffset s_now = new(2027, 3, 31, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    public void A_filter_that_is_written_and_read_is_the_same() => Prop.ForAll(
        FilterDraw.Filters,
        filter =>
        {
            var text = FilterText.Of(filter);
            var read = FilterParser.Read(text, Parcel.Schema, out var mistake);
            Assert.True(mistake is null, $"{text}: {mistake}");
            Assert.Equal(filter, read);
        }).Check(Laws.Config);

    [Fact]
    public void A_filter_holds_where_the_naive_evaluator_says_so() => Prop.ForAll(
        FilterDraw.Filters,
        FilterDraw.Parcels,
        (filter, parcel) => Assert.Equal(
            NaiveFilter.Holds(filter, parcel, s_now.UtcTicks),
            new RecordFilter<Parcel>(Parcel.Schema, filter, s_now).Holds(parcel))).Check(Laws.Config.WithMaxTest(2_000));

    [Fact]
    public void A_random_text_is_a_filter_or_a_mistake_in_it()
    {
        var words = Gen.Elements(
            "name", "size", "content", ".", "a", "(", ")", "[", "]", ",", "and", "or", "not", "in", "is", "absent", "has", "==", "<",
            "contains", "starts", "with", "\"a\"", "\"", "'", "\\", "1", "2h", "2027-03-31", "2027-", "now", "-", "+", " ", "\n", "é", "\0",
            "\ud800", "0x", "1e9", "99999999999999999999", "//", "#", "{");
        var texts = Gen.OneOf(words.ListOf().Select(string.Concat), words.ListOf().Select(list => string.Join(' ', list)));
        Prop.ForAll(
            texts.ToArbitrary(),
            text =>
            {
                var filter = FilterParser.Read(text, Parcel.Schema, out var mistake);
                Assert.True(filter is null != mistake is null);
                Assert.InRange(mistake?.Span.Start ?? 0, 0, text.Length);
                Assert.InRange(mistake?.Span.End ?? 0, mistake?.Span.Start ?? 0, text.Length);
            }).Check(Laws.Config.WithMaxTest(5_000));
    }
}
