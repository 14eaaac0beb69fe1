using AirsPolicy.DetectorTraining;
using AirsPolicy.Text.Words;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Text.Tests.Words;

public sealed class CommonWordsTests
{
    private static readonly CommonWords s_shipped = CommonWords.Shipped;
    private static readonly Gen<char> s_letters = Gen.Choose('a', 'z').Select(letter => (char)letter);

    // A word that may be meant, a place behind its first letter, and another letter.
    private static readonly Arbitrary<(string Word, int Place, char Letter)> s_changes = (
        from number in Gen.Choose(0, CommonWords.Meant - 1)
        let word = s_shipped[number].ToString()
        where word.Length is >= CommonWords.ShortestMisspelt and < WordHash.Longest
        from place in Gen.Choose(1, word.Length - 1)
        from letter in s_letters
        select (word, place, letter)).ToArbitrary();

    [Fact]
    public void The_words_that_ship_are_those_of_the_texts()
    {
        using var stream = typeof(CommonWords).Assembly.GetManifestResourceStream("AirsPolicy.Text.Words.words.txt")!;
        Assert.True(CommonestWords.Write() == new StreamReader(stream).ReadToEnd(), "List the words anew: --words FILE.");
    }

    [Fact]
    public void Each_word_is_found_by_its_hash() => Assert.All(
        Enumerable.Range(0, s_shipped.Count),
        number => Assert.Equal(number, s_shipped.Find(WordHash.Of(s_shipped[number]))));

    [Fact]
    public void A_hash_without_a_letter_is_that_of_the_word_without_it() => Check.One(Laws.Config, Prop.ForAll(s_changes, change =>
    {
        var (word, place, _) = change;
        return WordHash.Without(WordHash.Of(word), WordHash.Of(word.AsSpan(0, place)), word[place], word.Length - 1 - place)
            == WordHash.Of(word.Remove(place, 1));
    }));

    [Fact]
    public void What_is_found_for_a_word_with_one_mistake_is_no_further_from_it() => Check.One(Laws.Config, Prop.ForAll(s_changes, change =>
    {
        var (word, place, letter) = change;
        string[] mistakes =
        [
            word.Remove(place, 1),
            word.Insert(place, letter.ToString()),
            word.Remove(place, 1).Insert(place, letter.ToString()),
            word.Remove(place, 1).Insert(place - (place > 1 ? 1 : 0), word[place].ToString()),
        ];
        return mistakes.All(mistake =>
        {
            var found = s_shipped.FindNear(mistake, WordHash.Of(mistake));
            return found == WordTable.None || Distance(mistake, s_shipped[found].ToString()) <= 1;
        });
    }));

    [Fact]
    public void Most_words_with_one_mistake_are_known()
    {
        // By where in the word the mistake is, so that all places are among them.
        string[] Mistakes(string word, int place) =>
            [word.Remove(place, 1), word.Insert(place, word[place].ToString()), word.Remove(place, 1).Insert(place, "q")];
        var mistakes =
            from number in Enumerable.Range(0, CommonWords.Meant)
            let word = s_shipped[number].ToString()
            where word.Length is > CommonWords.ShortestMisspelt and < WordHash.Longest
            from mistake in Mistakes(word, 1 + number % (word.Length - 1))
            select s_shipped.FindNear(mistake, WordHash.Of(mistake)) != WordTable.None;
        Assert.InRange(mistakes.Average(isKnown => isKnown ? 1.0 : 0), 0.95, 1);
    }

    [Theory]
    [InlineData("ignroe", "ignore")]
    [InlineData("ignre", "ignore")]
    [InlineData("ignnore", "ignore")]
    [InlineData("ignpre", "ignore")]
    [InlineData("instrcutions", "instructions")]
    [InlineData("contrasena", "contrasena")]
    public void A_misspelt_word_is_known_by_the_word_that_is_meant(string word, string meant) =>
        Assert.Equal(meant, s_shipped[s_shipped.FindNear(word, WordHash.Of(word))].ToString());

    [Theory]
    [InlineData("gnore")]
    [InlineData("xyzzyq")]
    [InlineData("ignroeing")]
    public void A_word_with_another_first_letter_or_two_mistakes_is_not(string word) =>
        Assert.Equal(WordTable.None, s_shipped.FindNear(word, WordHash.Of(word)));

    [Fact]
    public void Of_two_words_with_one_hash_the_commoner_one_stays()
    {
        var words = CommonWords.Read("rules\nother\nrules\n");
        Assert.Equal(0, words.Find(WordHash.Of("rules")));
        Assert.Equal(WordTable.None, words.Find(WordHash.Of("none")));
        Assert.Equal("other", words[words.FindNear("othr", WordHash.Of("othr"))].ToString());
    }

    // Letters put in, left out and exchanged, and two neighbours swapped once, by the definition.
    private static int Distance(string one, string other)
    {
        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    rows[i, j] = i + j;
                    continue;
                }
                var change = one[i - 1] == other[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }
        return rows[one.Length, other.Length];
    }
}
