using AirsPolicy.Text.Patterns;

namespace AirsPolicy.Text.Tests.Patterns;

public sealed class PatternMatchingTests
{
    [Theory]
    [InlineData("a|ab|abc", "xabcx", "abc")]
    [InlineData("a*", "baab", "aa")]
    [InlineData("aa", "aaaaa", "aa,aa")]
    [InlineData("a*b|a", "aaab", "aaab")]
    [InlineData("a*b|a", "aaac", "a,a,a")]
    [InlineData("a*b|a", "aaacaab", "a,a,a,aab")]
    [InlineData("abcd|b|c", "abcx", "b,c")]
    [InlineData("abcd|bc", "abcd", "abcd")]
    [InlineData("ab|bcdef|cd", "abcdef", "ab,cd")]
    [InlineData("abc|bcdx|d", "abcd", "abc,d")]
    [InlineData("[a-c]+x|ab|c", "abcabcy", "ab,c,ab,c")]
    [InlineData("^a", "aa", "a")]
    [InlineData("a$", "aa", "a")]
    [InlineData("^", "aa", "")]
    [InlineData(".+", "ab\ncd", "ab,cd")]
    [InlineData("^b", "a\nb", "")]
    [InlineData("a$", "a\n", "")]
    [InlineData("\\ba\\w*", "bar ant", "ant")]
    [InlineData("\\w+", "naïve café", "naïve,café")]
    [InlineData(".", "a😀b", "a,😀,b")]
    [InlineData("[😀-😂]", "a😁b", "😁")]
    public void Matches_are_leftmost_longest_disjoint_and_never_empty(string source, string text, string matches) =>
        Assert.Equal(matches.Length == 0 ? [] : matches.Split(','), PatternFixture.FindTexts(source, text));

    [Theory]
    [InlineData("straße", "STRAẞE", true)]
    [InlineData("strasse", "straße", false)]
    [InlineData("k", "\u212A", true)]
    [InlineData("σ", "ς", true)]
    [InlineData("[a-z]", "\u212A", true)]
    [InlineData("[^k]", "\u212A", false)]
    [InlineData("i", "İ", false)]
    [InlineData("i", "ı", false)]
    [InlineData("\\p{Lu}", "a", true)]
    [InlineData("\\P{Lu}", "a", false)]
    [InlineData("\\W", "ſ", false)]
    public void Case_is_ignored_by_simple_folding(string source, string text, bool expected)
    {
        Assert.Equal(expected, PatternFixture.IsMatch(source, text, PatternOptions.IgnoreCase));
        Assert.Equal(expected, PatternFixture.IsMatch($"(?i:{source})", text));
    }

    [Fact]
    public void A_surrogate_on_its_own_is_a_character()
    {
        Assert.Equal([new TextSpan(2, 3)], PatternFixture.Find(PatternFixture.Compile("\\p{Cs}"), "😀\uD83D"));
        Assert.Equal([new TextSpan(0, 1), new TextSpan(1, 3)], PatternFixture.Find(PatternFixture.Compile("."), "\uDE00😀"));
    }

    [Fact]
    public void Case_is_ignored_only_inside_the_group_that_says_so()
    {
        Assert.True(PatternFixture.IsMatch("a(?i:b)c", "aBc"));
        Assert.False(PatternFixture.IsMatch("a(?i:b)c", "ABc"));
        Assert.False(PatternFixture.IsMatch("a(?i:b)c", "aBC"));
    }

    [Theory]
    [InlineData("^$", "", true)]
    [InlineData("^$", "a", false)]
    [InlineData("^[a-z]*$", "", true)]
    [InlineData("^[a-z]*$", "ab1", false)]
    [InlineData("a*", "b", true)]
    [InlineData("\\b", "--", false)]
    [InlineData("\\b", "-a", true)]
    [InlineData("[^\\s\\S]", "a", false)]
    public void Existence_counts_the_empty_match(string source, string text, bool expected) =>
        Assert.Equal(expected, PatternFixture.IsMatch(source, text));

    [Fact]
    public void Finding_from_a_place_sees_what_stands_before_it()
    {
        var scratch = new PatternScratch();
        Assert.False(PatternFixture.Compile("^b").TryFind("ab", 1, scratch, out _));
        Assert.False(PatternFixture.Compile("\\bb").TryFind("ab", 1, scratch, out _));
        Assert.True(PatternFixture.Compile("\\Bb").TryFind("ab", 1, scratch, out var match));
        Assert.Equal(new TextSpan(1, 2), match);
        Assert.True(PatternFixture.Compile("\\bb").TryFind("😀b", 2, scratch, out _));
        Assert.False(PatternFixture.Compile("b").TryFind("ab", 2, scratch, out _));
    }

    [Fact]
    public void The_deepest_pattern_that_parses_is_written_compiled_and_matched()
    {
        var depth = PatternLimits.MaxDepth;
        var source = string.Concat(Enumerable.Repeat("(?:a|", depth)) + "b" + new string(')', depth) + "+";
        var tree = PatternFixture.Parse(source);
        Assert.Equal(source, PatternText.Write(tree));
        Assert.True(Pattern.Compile(tree).TryFind("-aabxa-", 0, new PatternScratch(), out var match));
        Assert.Equal(new TextSpan(1, 4), match);
    }

    [Theory]
    [InlineData("(kill|murder|hurt|attack)\\s+(you|someone|people)", "I WILL  hurt\tyou now", "hurt\tyou")]
    [InlineData("i('ll| will)\\s+sue", "Fine, I'LL sue.", "I'LL sue")]
    [InlineData("\\bwe\\s+(will|shall)\\s+(refund|honou?r|match)\\b", "We shall honor it; we will matches", "We shall honor")]
    [InlineData("that'?s a legally binding offer", "Deal, and THAT'S a legally binding offer - no", "THAT'S a legally binding offer")]
    [InlineData("\\b[A-CEGHJ-PR-TW-Z]{2}( ?\\d{2}){3} ?[A-D]\\b", "NI: qq 12 34 56 c, ab123456d.", "ab123456d")]
    public void Patterns_of_policies_find_what_they_are_for(string source, string text, string match) =>
        Assert.Equal([match], PatternFixture.FindTexts(source, text, PatternOptions.IgnoreCase));

    [Fact]
    public void A_loop_whose_scratch_was_taken_away_says_so()
    {
        var scratch = new PatternScratch();
        var pattern = PatternFixture.Compile("a");
        var error = Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (var _ in pattern.Matches("aaa", scratch)) pattern.IsMatch("a", scratch);
        });
        Assert.Contains("needs its own", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_is_shared_by_threads_with_a_scratch_each()
    {
        var pattern = PatternFixture.Compile("(\\w+)@(\\w+\\.)+\\w{2,3}|\\b[a-z]+\\b", PatternOptions.IgnoreCase);
        var text = string.Concat(Enumerable.Repeat("write to ann.smith@mail.example.org or İx@y.zz, 😀 now; ", 50));
        var expected = PatternFixture.Find(pattern, text);
        Assert.True(expected.Length > 100);
        Parallel.For(0, 8, _ => Assert.Equal(expected, PatternFixture.Find(pattern, text)));
    }

    [Theory]
    [InlineData("^\\d$", "7", "٧", "７")]
    [InlineData("^\\w$", "a_9", "é", "я", "٧", "\u212A")]
    [InlineData("^\\s$", "\t\n\v\f\r \u00A0\u1680\u2003\u2028\u2029\u202F\u205F\u3000\uFEFF", "\u200B", "\u0085", "_")]
    [InlineData("^[^\\d]$", "٧x", "7")]
    [InlineData("^\\D$", "٧x", "7")]
    [InlineData("^.$", "x\v\u0085", "\n", "\r", "\u2028", "\u2029")]
    public void A_pattern_of_ECMAScript_has_its_classes(string source, string matched, params string[] others)
    {
        Assert.All(matched, character => Assert.True(PatternFixture.IsMatch(source, character.ToString(), PatternOptions.EcmaScript)));
        Assert.All(others, other => Assert.False(PatternFixture.IsMatch(source, other, PatternOptions.EcmaScript)));
    }

    [Fact]
    public void A_pattern_of_ECMAScript_has_the_words_of_ASCII_at_its_edges()
    {
        Assert.True(PatternFixture.IsMatch("caf\\b", "café", PatternOptions.EcmaScript));
        Assert.False(PatternFixture.IsMatch("caf\\b", "café"));
        Assert.True(PatternFixture.IsMatch("é\\B$", "café", PatternOptions.EcmaScript));
        Assert.False(PatternFixture.IsMatch("a\\b", "ab", PatternOptions.EcmaScript));
    }
}
