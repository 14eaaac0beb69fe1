using System.Globalization;
using System.Text;
using AirsPolicy.Text.Unicode;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Text.Tests.Unicode;

public class WordBreaksTests
{
    [Theory]
    [InlineData("can't stop", "can't| |stop")]
    [InlineData("3.14, ok", "3.14|,| |ok")]
    [InlineData("a.b. c", "a.b|.| |c")]
    [InlineData("snake_case", "snake_case")]
    [InlineData("one\r\ntwo", "one|\r\n|two")]
    [InlineData("e\u0301t\u00E9", "e\u0301t\u00E9")]
    [InlineData("\U0001F1E9\U0001F1EA\U0001F1EB\U0001F1F7", "\U0001F1E9\U0001F1EA|\U0001F1EB\U0001F1F7")]
    [InlineData("\U0001D400b", "\U0001D400b")]
    public void Words_are_those_of_UAX_29(string text, string expected) => Assert.Equal(expected.Split('|'), Words(text));

    [Fact]
    public void An_empty_text_has_no_words_and_no_boundary()
    {
        Assert.Empty(Words(""));
        Assert.False(WordBreaks.IsBoundary("", 0));
    }

    [Fact]
    public void A_whole_word_begins_and_ends_on_a_boundary()
    {
        Assert.True(WordBreaks.IsWhole("not legally binding", 4, 11));
        Assert.False(WordBreaks.IsWhole("illegally binding", 2, 9));
        Assert.True(WordBreaks.IsWhole("legally", 0, 7));
    }

    [Fact]
    public void An_index_outside_the_text_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WordBreaks.IsBoundary("ab", 3));

    [Fact]
    public void Lone_surrogates_are_characters_of_their_own() =>
        Assert.Equal(["a", "\uDC00", "\uD800", "b"], Words("a\uDC00\uD800b"));

    [Fact]
    public void Asking_for_one_boundary_agrees_with_walking_over_all()
    {
        var texts = Gen.Elements(
                "a",
                "1",
                " ",
                "\r",
                "\n",
                "'",
                "\"",
                ".",
                ",",
                "_",
                "-",
                "\u0301",
                "\u200D",
                "\u05D0",
                "\u30AB",
                "\U0001F600",
                "\U0001F1E9")
            .ListOf()
            .Select(string.Concat)
            .ToArbitrary();
        Check.One(
            Laws.Config.WithMaxTest(2000),
            Prop.ForAll(
                texts,
                text => Ends(text).SequenceEqual(Enumerable.Range(1, text.Length).Where(index => WordBreaks.IsBoundary(text, index)))));
    }

    [UnicodeDatabaseFact]
    public void The_official_test_file_passes_both_ways()
    {
        var cases = 0;
        foreach (var line in File.ReadLines(Path.Combine(UnicodeDatabaseFactAttribute.Folder, "auxiliary", "WordBreakTest.txt")))
        {
            var tokens = line.Split('#')[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (tokens.Length == 0) continue;
            var text = new StringBuilder();
            var expected = new List<int>();
            foreach (var token in tokens)
            {
                if (token == "÷")
                    expected.Add(text.Length);
                else if (token != "×")
                    text.Append(char.ConvertFromUtf32(int.Parse(token, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
            }
            var whole = text.ToString();
            Assert.Equal(expected, Enumerable.Range(0, whole.Length + 1).Where(index => WordBreaks.IsBoundary(whole, index)));
            Assert.Equal(expected.Skip(1), Ends(whole));
            cases++;
        }
        Assert.True(cases > 1800, $"{cases} cases");
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        foreach (var span in WordBreaks.Enumerate(text)) words.Add(text[span.Start..span.End]);
        return words;
    }

    private static List<int> Ends(string text)
    {
        var ends = new List<int>();
        foreach (var span in WordBreaks.Enumerate(text)) ends.Add(span.End);
        return ends;
    }
}
