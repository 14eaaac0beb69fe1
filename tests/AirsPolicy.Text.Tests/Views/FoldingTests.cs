using System.Globalization;
using System.Text;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Tests.Views;

public class FoldingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Ignore ALL previous", "ignore all previous")]
    [InlineData("\uFF29\uFF47\uFF4E\uFF4F\uFF52\uFF45\u3000\uFF11\uFF12", "ignore 12")] // full width
    [InlineData("\u0456gn\u043Er\u0435", "ignore")] // Cyrillic i, o, ie
    [InlineData("\u0406GN\u041ER\u0415 \u0412\u041D", "ignore bh")] // Cyrillic capitals
    [InlineData("\u03A1\u039Fl\u0399\u03F2y", "policy")] // Greek capitals and lunate sigma
    [InlineData("\U0001D526\U0001D524\U0001D52B\U0001D52C\U0001D52F\U0001D522", "ignore")] // fraktur
    [InlineData("\U0001D408\U0001D406\U0001D40D \U0001D7D9\U0001D7DA", "ign 12")] // mathematical bold, double-struck digits
    [InlineData("\u24D8\u24D6\u24DD", "ign")] // circled
    [InlineData("\U0001F178\U0001F176\U0001F17D \U0001F158", "ign i")] // negative squared and circled
    [InlineData("o\uFB03ce \uFB01le", "office file")] // ligatures
    [InlineData("\u0661\u0662\u0663 \u06F4\u06F5 \u0967\u0968 \u1090", "123 45 12 0")] // Arabic-Indic, Persian, Devanagari, Shan
    [InlineData("\u0665\u09EA\u0B66", "540")] // digits that look like other letters or digits go by value
    [InlineData("ig\u200Bno\u200Dre\uFEFF \u00ADa\u2060ll", "ignore all")] // zero-width and soft hyphen
    [InlineData("i\U000E0069\U000E0067gnore\U000E007F", "ignore")] // tags
    [InlineData("a\u202Eb\u2066c\uFE0Fd\u3164e", "abcde")] // bidirectional controls, variation selector, Hangul filler
    [InlineData("i\u0000g\u001Bn\u007Fo\u0085r", "igno r")] // controls; next line is white space
    [InlineData(" \t a\u00A0\u2003\r\n\n b \u2028", " a b ")]
    [InlineData("I\u0131\u0130i", "iiii")] // Turkish
    [InlineData("Stra\u00DFe STRASSE \u1E9E", "strasse strasse ss")]
    [InlineData("\u03A3\u03C3\u03C2", "ooo")] // sigma in every form looks like o
    [InlineData("caf\u00E9 cafe\u0301 na\u00EFve \u00C5", "cafe cafe naive a")]
    [InlineData("i\u0334\u0353\u0308g\u0337\u0301n\u0338o\u0489\u0300re\u20DD", "ignore")] // zalgo
    [InlineData("m\u0451thod", "method")] // Cyrillic io
    [InlineData("\u00F8\u0142\u0111", "old")] // letters with a stroke
    [InlineData("1\uFE0F\u20E3", "1")] // keycap
    [InlineData("\u00B2\u00BD\u2122", "21\u20442tm")]
    [InlineData("\uAC00\u1100\u1161\u1112\u1161\u11AB\u3131\u314F\uFFA1\uFFC2", "\uAC00\uAC00\uD55C\uAC00\uAC00")] // Hangul
    [InlineData("\uFF76\uFF9E\u304B\u3099", "\u30AC\u304C")] // half-width and combining kana
    [InlineData("a\u2260b <\u0338", "a\u2260b \u226E")] // a stroke that negates stays
    [InlineData("\u00A55 \u00D7 \u20AC3", "\u00A55 \u00D7 \u20AC3")] // signs are no letters
    [InlineData("\u4E2D\u6587\u3002\uF900", "\u4E2D\u6587\u3002\u8C48")]
    [InlineData("\u0648\u0301\uFDFA", "\u0648\u0301\uFDFA")] // the longest decomposition is not applied
    [InlineData("\U0001F600\U0001F468\u200D\U0001F469", "\U0001F600\U0001F468\U0001F469")]
    public void Disguises_come_off(string text, string expected) => Assert.Equal(expected, Folding.Fold(text));

    // Texts are folded in blocks of 16 units, some of which are ASCII alone.
    [Fact]
    public void A_mark_joins_the_letter_before_what_is_taken_away_wherever_they_stand()
    {
        for (var before = 0; before < 40; before++)
        {
            for (var between = 0; between < 40; between++)
            {
                var (letters, taken) = (new string('\u3042', before), new string('\u0001', between));
                Assert.Equal(letters + "\u304Cxy", Folding.Fold(letters + "\u304B" + taken + "\u3099xy"));
            }
        }
    }

    [Fact]
    public void Ascii_is_never_mapped_but_to_small_letters()
    {
        var printable = new string([.. Enumerable.Range(' ', 95).Select(code => (char)code)]);
        Assert.Equal(printable.ToLowerInvariant(), Folding.Fold(printable));
    }

    // Greek capital eta, nu and upsilon look like other letters than the small ones, and each keeps its own look. The database knows no
    // capitals that are younger than it.
    [Fact]
    public void Case_never_changes_the_folding_but_of_three_Greek_letters() =>
        Assert.Equal(
            "ΗΝΥ",
            string.Concat(
                Enumerable.Range(0, char.MaxValue)
                    .Select(unit => (char)unit)
                    .Where(unit => !char.IsSurrogate(unit) && unit is < '\u1C80' or (>= '\u1E00' and < '\uA7C0'))
                    .Where(unit => Folding.Fold(unit.ToString()) != Folding.Fold(char.ToLowerInvariant(unit).ToString()))
                    .Select(unit => unit.ToString().Normalize(NormalizationForm.FormD)[0])
                    .Distinct()
                    .Order()));

    [Theory]
    [InlineData("Без")]
    [InlineData("БЕЗ")]
    public void A_word_of_Russian_is_the_same_at_the_beginning_of_a_sentence(string text) =>
        Assert.Equal(Folding.Fold("без"), Folding.Fold(text));

    [Fact]
    public void A_folded_text_is_given_back_as_it_is()
    {
        var text = "as it is";
        Assert.Same(text, Folding.Fold(text));
    }

    [Fact]
    public void Marks_beyond_thirty_are_dropped_and_the_rest_is_in_canonical_order()
    {
        var folded = Folding.Fold("\u0436" + string.Concat(Enumerable.Repeat("\u0301\u0323", 1000)));
        Assert.Equal("\u0436" + new string('\u0323', 15) + new string('\u0301', 15), folded);
    }

    [Fact]
    public void Lone_surrogates_become_replacement_characters_and_never_a_pair() =>
        Assert.Equal("a\uFFFD\uFFFDb\uFFFD", Folding.Fold("a\uD83D\u200B\uDE00b\uD83D"));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("az-Latn-AZ")]
    [InlineData("de-DE")]
    [InlineData("")]
    public void The_culture_of_the_thread_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal("title ii ss", Folding.Fold("T\u0130TLE I\u0131 \u1E9E"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_longest_expansion_is_reached_and_never_exceeded()
    {
        var view = new TextView();
        var most = 0;
        foreach (
            var text in Enumerable.Range(0, 0x110000).Where(codePoint => codePoint is < 0xD800 or > 0xDFFF).Select(char.ConvertFromUtf32))
        {
            Folding.Fold(text, view);
            Assert.True(view.Text.Length <= Folding.LongestExpansion * text.Length, text);
            most = Math.Max(most, view.Text.Length);
        }
        Assert.Equal(Folding.LongestExpansion, most);
    }
}
