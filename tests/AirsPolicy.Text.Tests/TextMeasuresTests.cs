using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Text.Tests;

public class TextMeasuresTests
{
    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("abc", 3, 3)]
    [InlineData("é€", 2, 5)]
    [InlineData("\U0001F600x\U0001F600", 3, 9)]
    public void Length_is_in_scalars_and_size_in_bytes(string text, int scalars, int bytes)
    {
        Assert.Equal(scalars, TextMeasures.ScalarCount(text));
        Assert.Equal(bytes, TextMeasures.Utf8Length(text));
    }

    [Fact]
    public void A_lone_surrogate_counts_as_one_scalar_of_three_bytes()
    {
        Assert.Equal(3, TextMeasures.ScalarCount("\uD83D\uD83D\uDE00\uDE00"));
        Assert.Equal(10, TextMeasures.Utf8Length("\uD83D\uD83D\uDE00\uDE00"));
    }

    [Fact]
    public void Scalars_are_counted_as_the_base_library_enumerates_them()
    {
        var texts = Gen.Elements('a', 'é', '\uD800', '\uDBFF', '\uDC00', '\uDFFF')
            .ListOf()
            .Select(units => new string([.. units]))
            .ToArbitrary();
        Prop.ForAll(texts, text => TextMeasures.ScalarCount(text) == text.EnumerateRunes().Count()).Check(Laws.Config);
    }

    [Theory]
    [InlineData("", 0, 0, true)]
    [InlineData("", 1, 9, false)]
    [InlineData("abc", 3, 3, true)]
    [InlineData("abc", 4, 9, false)]
    [InlineData("abc", 0, 2, false)]
    [InlineData("\U0001F600", 1, 1, true)]
    [InlineData("\U0001F600", 2, 9, false)]
    [InlineData("\U0001F600\U0001F600", 0, 2, true)]
    [InlineData("\U0001F600\U0001F600x", 3, 3, true)]
    [InlineData("\U0001F600\U0001F600x", 4, 5, false)]
    public void Whether_a_text_is_long_enough_is_told_by_its_scalars(string text, long least, long most, bool isWithin) =>
        Assert.Equal(isWithin, TextMeasures.HasScalars(text, least, most));
}
