using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Tests.Text;

public class SpellingTests
{
    [Theory]
    [InlineData("thn", "then")]
    [InlineData("hten", "then")]
    [InlineData("WHEN", "when")]
    [InlineData("satisfeis", "satisfies")]
    [InlineData("blok", "block")]
    public void Nearest_finds_what_was_meant(string word, string meant) =>
        Assert.Equal(meant, Spelling.Nearest(word, ["when", "then", "block", "satisfies", "at"]));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("payment")]
    [InlineData("on")]
    public void Nearest_finds_nothing_far_away(string word) => Assert.Null(Spelling.Nearest(word, ["when", "then", "block", "at"]));
}
