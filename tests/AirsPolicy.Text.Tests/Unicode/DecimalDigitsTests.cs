using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Tests.Unicode;

public sealed class DecimalDigitsTests
{
    [Theory]
    [InlineData("4111 1111-x", "41111111")]
    [InlineData("\uFF11\u0662\U0001D7D7", "129")]
    [InlineData("none", "")]
    [InlineData("", "")]
    public void Digits_of_every_script_are_written_as_0_to_9(string text, string digits)
    {
        var destination = new char[text.Length];
        Assert.Equal(digits, new string(destination, 0, DecimalDigits.Write(text, destination)));
    }

    [Theory]
    [InlineData("41 11", "4-1\u06611", true)]
    [InlineData("4111", "411", false)]
    [InlineData("411", "4111", false)]
    [InlineData("4111", "4112", false)]
    [InlineData("a", "b", false)]
    [InlineData("", "", false)]
    public void Texts_are_the_same_number_by_their_digits_where_they_have_any(string left, string right, bool same) =>
        Assert.Equal(same, DecimalDigits.AreSame(left, right));
}
