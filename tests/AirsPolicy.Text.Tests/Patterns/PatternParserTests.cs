using AirsPolicy.Text.Patterns;

namespace AirsPolicy.Text.Tests.Patterns;

public sealed class PatternParserTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("(ab)c", "(?:ab)c")]
    [InlineData("a|(b|c)", "a|(?:b|c)")]
    [InlineData("(?<name>a)(?P<other>b)", "ab")]
    [InlineData("(a|)", "a|")]
    [InlineData("(a*)*", "(?:a*)*")]
    [InlineData("(^)*", "(?:^)*")]
    [InlineData("a{0,}b{1,}c{0,1}d{3,3}e{2,}f{2,5}g{1}", "a*b+c?d{3}e{2,}f{2,5}g{1}")]
    [InlineData("(?i:a)+", "(?i:a)+")]
    [InlineData("\\/\\.\\-\\_\\ \\%", "\\/\\.-_ %")]
    [InlineData("\\t\\n\\r\\f\\v\\x41\\u0042\\u{43}", "\\t\\n\\r\\x0C\\x0BABC")]
    [InlineData("\\uD83D\\uDE00|\\u{1F600}|😀", "\\u{1F600}|\\u{1F600}|\\u{1F600}")]
    [InlineData("[a-c-e]", "[a-c\\-e]")]
    [InlineData("[-a]", "[\\-a]")]
    [InlineData("[a-]", "[a\\-]")]
    [InlineData("[^-]", "[^\\-]")]
    [InlineData("[\\d]", "\\d")]
    [InlineData("[^\\d]", "[^\\d]")]
    [InlineData("[[.*+?(){}|^$]", "[\\[.*+?(){}|\\^$]")]
    [InlineData("\\p{Lu}\\P{Greek}[\\p{L}\\p{Nd}_]", "\\p{Lu}\\P{Greek}[\\p{L}\\p{Nd}_]")]
    [InlineData("^\\b\\B$", "^\\b\\B$")]
    public void Sources_are_written_back_in_their_canonical_form(string source, string canonical) =>
        Assert.Equal(canonical, PatternText.Write(PatternFixture.Parse(source)));

    [Theory]
    [InlineData("a)b", PatternErrorKind.UnopenedBracket, ")")]
    [InlineData("a]b", PatternErrorKind.UnopenedBracket, "]")]
    [InlineData("a}b", PatternErrorKind.UnopenedBracket, "}")]
    [InlineData("a(b", PatternErrorKind.UnclosedGroup, "(")]
    [InlineData("a[b", PatternErrorKind.UnclosedClass, "[")]
    [InlineData("a[]b", PatternErrorKind.EmptyClass, "[]")]
    [InlineData("a[^]b", PatternErrorKind.EmptyClass, "[^]")]
    [InlineData("[az-bc]", PatternErrorKind.ReversedRange, "z-b")]
    [InlineData("[\\d-z]", PatternErrorKind.ClassInRange, "\\d-z")]
    [InlineData("[a-\\w]", PatternErrorKind.ClassInRange, "a-\\w")]
    [InlineData("[[:alpha:]_]", PatternErrorKind.PosixClass, "[:alpha:]")]
    [InlineData("(a)\\1", PatternErrorKind.BackReference, "\\1")]
    [InlineData("(?<x>a)\\k<x>", PatternErrorKind.BackReference, "\\k")]
    [InlineData("(?P<x>a)(?P=x)", PatternErrorKind.BackReference, "(?P=")]
    [InlineData("a(?=b)", PatternErrorKind.LookAround, "(?=")]
    [InlineData("a(?!b)", PatternErrorKind.LookAround, "(?!")]
    [InlineData("(?<=a)b", PatternErrorKind.LookAround, "(?<=")]
    [InlineData("(?<!a)b", PatternErrorKind.LookAround, "(?<!")]
    [InlineData("(?>a+)b", PatternErrorKind.AtomicGroup, "(?>")]
    [InlineData("(?i)a", PatternErrorKind.InlineFlag, "(?i")]
    [InlineData("(?s:.)", PatternErrorKind.InlineFlag, "(?s:")]
    [InlineData("(?-i:a)", PatternErrorKind.InlineFlag, "(?-i:")]
    [InlineData("(?#note)", PatternErrorKind.UnknownGroup, "(?")]
    [InlineData("(?<>a)", PatternErrorKind.UnknownGroup, "(?")]
    [InlineData("a*?b", PatternErrorKind.LazyRepeat, "*?")]
    [InlineData("a{2,3}?", PatternErrorKind.LazyRepeat, "{2,3}?")]
    [InlineData("a++", PatternErrorKind.PossessiveRepeat, "++")]
    [InlineData("a**", PatternErrorKind.RepeatedRepeat, "*")]
    [InlineData("a{2}{3}", PatternErrorKind.RepeatedRepeat, "{3}")]
    [InlineData("*a", PatternErrorKind.NothingToRepeat, "*")]
    [InlineData("a|+", PatternErrorKind.NothingToRepeat, "+")]
    [InlineData("({2})", PatternErrorKind.NothingToRepeat, "{2}")]
    [InlineData("^*", PatternErrorKind.NothingToRepeat, "*")]
    [InlineData("\\b+", PatternErrorKind.NothingToRepeat, "+")]
    [InlineData("a{b", PatternErrorKind.MalformedRepeat, "{")]
    [InlineData("a{,3\\}", PatternErrorKind.MalformedRepeat, "{")]
    [InlineData("a{3,2}", PatternErrorKind.ReversedRepeat, "{3,2}")]
    [InlineData("a{1001}", PatternErrorKind.RepeatTooLarge, "{1001}")]
    [InlineData("a{1,99999999999999999999}", PatternErrorKind.RepeatTooLarge, "{1,99999999999999999999}")]
    [InlineData("b(?:a{1000}){11}", PatternErrorKind.TooLarge, "(?:a{1000}){11}")]
    [InlineData("a\\q", PatternErrorKind.UnknownEscape, "\\q")]
    [InlineData("\\Aa", PatternErrorKind.UnknownEscape, "\\A")]
    [InlineData("\\0", PatternErrorKind.UnknownEscape, "\\0")]
    [InlineData("\\😀a", PatternErrorKind.UnknownEscape, "\\😀")]
    [InlineData("[\\b]", PatternErrorKind.UnknownEscape, "\\b")]
    [InlineData("a\\", PatternErrorKind.MalformedEscape, "\\")]
    [InlineData("\\x4g", PatternErrorKind.MalformedEscape, "\\x4")]
    [InlineData("\\u123", PatternErrorKind.MalformedEscape, "\\u123")]
    [InlineData("\\u{110000}", PatternErrorKind.MalformedEscape, "\\u{110000}")]
    [InlineData("\\u{}", PatternErrorKind.MalformedEscape, "\\u{}")]
    [InlineData("\\u{41", PatternErrorKind.MalformedEscape, "\\u{41")]
    [InlineData("\\uD83Dx", PatternErrorKind.LoneSurrogate, "\\uD83D")]
    [InlineData("\\u{DE00}", PatternErrorKind.LoneSurrogate, "\\u{DE00}")]
    [InlineData("\\p{Nope}", PatternErrorKind.UnknownCategory, "\\p{Nope}")]
    [InlineData("\\pL", PatternErrorKind.UnknownCategory, "\\p")]
    public void Each_mistake_gives_one_error_of_its_kind_where_it_stands(string source, PatternErrorKind kind, string where)
    {
        var parse = PatternParser.Parse(source, PatternOptions.None);
        Assert.Null(parse.Tree);
        var error = Assert.Single(parse.Errors);
        Assert.Equal(kind, error.Kind);
        Assert.Equal(where, source[error.Span.Start..error.Span.End]);
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        ".*?",
        "Matches are the leftmost and longest, so a lazy repetition has no meaning; drop the '?' and exclude what must not be passed, " +
        "as '[^\"]*' for '.*?'."
    )]
    [InlineData("a{3,2}", "The least number stands first; write '{2,3}'.")]
    [InlineData("\\z", "The end of the text is '$'; '\\z' has no meaning here.")]
    [InlineData("[z-a]", "The range 'z-a' runs backwards; write the lower character first, or '\\-' for the hyphen.")]
    [InlineData("{2}", "Nothing stands before '{2}' to repeat; write '\\{2\\}' for the text itself.")]
    public void Messages_say_what_to_write_instead(string source, string message) =>
        Assert.Equal(message, Assert.Single(PatternParser.Parse(source, PatternOptions.None).Errors).Message);

    [Fact]
    public void Mistakes_are_reported_together_and_in_order()
    {
        var parse = PatternParser.Parse("(a*?[z-a]|(?=b)\\q", PatternOptions.None);
        Assert.Equal(
            [
                PatternErrorKind.UnclosedGroup,
                PatternErrorKind.LazyRepeat,
                PatternErrorKind.ReversedRange,
                PatternErrorKind.LookAround,
                PatternErrorKind.UnknownEscape,
            ],
            parse.Errors.Select(error => error.Kind));
    }

    [Fact]
    public void Limits_hold_exactly()
    {
        var letters = string.Concat(Enumerable.Range(0, PatternLimits.MaxInstructions).Select(place => (char)('a' + place % 26)));
        Assert.NotNull(PatternParser.Parse(letters[1..], PatternOptions.None).Tree);
        AssertOnly(PatternErrorKind.TooLarge, letters);
        AssertOnly(PatternErrorKind.TooLong, new string('(', PatternLimits.MaxLength + 1));
        Assert.NotNull(PatternParser.Parse(Nested(PatternLimits.MaxDepth), PatternOptions.None).Tree);
        AssertOnly(PatternErrorKind.TooDeep, Nested(PatternLimits.MaxDepth + 1));
        AssertOnly(PatternErrorKind.TooDeep, new string('(', PatternLimits.MaxLength));
        Assert.NotNull(PatternParser.Parse("a{1000}", PatternOptions.None).Tree);
        Assert.NotNull(PatternParser.Parse(new string('a', PatternLimits.MaxStepsPerCharacter - 1), PatternOptions.None).Tree);
        AssertOnly(PatternErrorKind.TooCostly, new string('a', PatternLimits.MaxStepsPerCharacter) + "b");
    }

    [Fact]
    public void Repeating_nothing_a_billion_times_is_nothing()
    {
        var pattern = PatternFixture.Compile("(?:(?:(?:(?:){1000}){1000}){1000}){5,}b");
        Assert.Equal(2, pattern.InstructionCount);
        Assert.Equal(1, pattern.Facts.MaxLength);
    }

    [Fact]
    public void Spans_are_those_of_the_source()
    {
        var root = Assert.IsType<PatternSequence>(PatternFixture.Parse("a(b|c){2}[d-f\\w]").Root);
        Assert.Equal([(0, 1), (1, 9), (9, 16)], root.Items.Select(item => (item.Span.Start, item.Span.End)));
        var one = Assert.IsType<PatternClass>(root.Items[2]);
        Assert.Equal([(10, 13), (13, 15)], one.Items.Select(item => (item.Span.Start, item.Span.End)));
    }

    [Fact]
    public void Trees_of_equal_sources_are_equal()
    {
        Assert.Equal(PatternFixture.Parse("a(b|[c-e])*"), PatternFixture.Parse("a(b|[c-e])*"));
        Assert.NotEqual(PatternFixture.Parse("a(b|[c-e])*"), PatternFixture.Parse("a(b|[c-f])*"));
        Assert.NotEqual(PatternFixture.Parse("a"), PatternFixture.Parse("a", PatternOptions.IgnoreCase));
    }

    private static string Nested(int depth) => new string('(', depth) + "a" + new string(')', depth);

    private static void AssertOnly(PatternErrorKind kind, string source)
    {
        var error = Assert.Single(PatternParser.Parse(source, PatternOptions.None).Errors);
        Assert.Equal(kind, error.Kind);
        Assert.InRange(error.Span.End, error.Span.Start + 1, source.Length);
    }
}
