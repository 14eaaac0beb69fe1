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
}
