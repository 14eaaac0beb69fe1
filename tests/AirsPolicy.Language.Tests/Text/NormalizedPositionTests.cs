using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Tests.Text;

public sealed class NormalizedPositionTests
{
    [Theory]
    [InlineData("a\nb\n\nc")]
    [InlineData("a\r\nb\r\n\r\nc")]
    [InlineData("a\rb\r\rc")]
    [InlineData("\r\n\n\r\ra\r\n")]
    [InlineData("")]
    public void A_position_holds_the_same_character_in_both_texts_and_comes_back(string content)
    {
        var source = SourceText.From(content);
        var normalized = source.Normalized();
        Assert.Equal(normalized.Length, source.ToNormalized(source.Length));
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '\n' && i > 0 && content[i - 1] == '\r')
                continue;
            var at = source.ToNormalized(i);
            Assert.Equal(content[i] == '\r' ? '\n' : content[i], normalized[at]);
            Assert.Equal(i, source.FromNormalized(at));
        }
    }
}
