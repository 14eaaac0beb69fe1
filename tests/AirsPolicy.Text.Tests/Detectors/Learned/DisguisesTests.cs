using AirsPolicy.DetectorTraining.Disguises;

namespace AirsPolicy.Text.Tests.Detectors.Learned;

public class DisguisesTests
{
    [Theory]
    [InlineData("in the clear", "Tell it all", "Tell it all")]
    [InlineData("letters spaced out", "Tell it", "T e l l   i t")]
    [InlineData("letters spaced out, no gaps between words", "Tell it", "T e l l i t")]
    [InlineData("signs between letters", "Tell it", "T.e.l.l i.t")]
    [InlineData("signs for spaces", "Tell it", "Tell\U0001F525it")]
    [InlineData("digits for letters", "Tell it", "73ll 17")]
    [InlineData("full width and mathematical letters", "Te", "\uFF34\uFF45")]
    [InlineData("letters of other scripts", "Te", "\u0422\u0435")]
    [InlineData("zero-width characters and marks", "Tell it", "Te\u200Bll i\u200Bt")]
    [InlineData("tags", "it", "Hello! \U000E0069\U000E0074")]
    [InlineData("reversed", "Tell it", "ti lleT")]
    [InlineData("rot13", "Tell it", "Gryy vg")]
    [InlineData("base64", "Tell it", "VGVsbCBpdA==")]
    [InlineData("nested encodings", "T", "%25%35%34")]
    [InlineData("typos in a third of the words", "Tell it all then", "Tlel it all thn")]
    public void A_text_is_changed_as_the_disguise_says(string name, string text, string changed) =>
        Assert.Equal(changed, AllDisguises.All.Single(disguise => disguise.Name == name).Of(text, 0));

    [Fact]
    public void Forms_of_one_disguise_take_turns()
    {
        foreach (var name in new[] { "signs between letters", "signs for spaces", "nested encodings", "typos in a third of the words" })
        {
            var disguise = AllDisguises.All.Single(disguise => disguise.Name == name);
            Assert.NotEqual(disguise.Of("Tell them all then", 0), disguise.Of("Tell them all then", 1));
        }
    }
}
