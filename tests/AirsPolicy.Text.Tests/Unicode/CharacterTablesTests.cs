using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Tests.Unicode;

public class CharacterTablesTests
{
    [Theory]
    [InlineData('a', true)]
    [InlineData('_', true)]
    [InlineData('7', true)]
    [InlineData(0x0434, true)] // Cyrillic de
    [InlineData(0x0301, true)] // combining acute
    [InlineData(0x200D, true)] // zero-width joiner
    [InlineData(0x203F, true)] // undertie
    [InlineData('-', false)]
    [InlineData(' ', false)]
    [InlineData(0x2014, false)] // em dash
    [InlineData(-1, false)]
    [InlineData(0x110000, false)]
    public void Word_characters_are_those_of_UTS_18(int codePoint, bool expected) =>
        Assert.Equal(expected, CharacterTables.IsWord(codePoint));

    [Theory]
    [InlineData('0', 0)]
    [InlineData('9', 9)]
    [InlineData(0x0663, 3)] // Arabic-Indic three
    [InlineData(0x1D7D8, 0)] // mathematical double-struck zero
    [InlineData('a', -1)]
    [InlineData(0x00B2, -1)] // superscript two is No, not Nd
    [InlineData(int.MaxValue, -1)]
    public void Digits_of_every_script_have_their_value(int codePoint, int expected)
    {
        Assert.Equal(expected, CharacterTables.DigitValue(codePoint));
        Assert.Equal(expected >= 0, CharacterTables.IsDigit(codePoint));
    }

    [Fact]
    public void The_ranges_say_what_the_predicates_say()
    {
        AssertAgree(CharacterTables.WordRanges, CharacterTables.IsWord);
        AssertAgree(CharacterTables.DigitRanges, CharacterTables.IsDigit);
        AssertAgree(CharacterTables.SpaceRanges, CharacterTables.IsSpace);
    }

    [Theory]
    [InlineData('A', 'a')]
    [InlineData('a', 'a')]
    [InlineData(0x0130, 0x0130)] // dotted capital I folds only in full folding
    [InlineData(0x0131, 0x0131)] // dotless i
    [InlineData(0x03C2, 0x03C3)] // final sigma
    [InlineData(0x1E9E, 0x00DF)] // capital sharp s
    [InlineData(0x212A, 'k')] // Kelvin sign
    [InlineData(0x10400, 0x10428)] // Deseret
    [InlineData(-5, -5)]
    public void Case_folds_one_code_point_to_one(int codePoint, int expected) =>
        Assert.Equal(expected, CharacterTables.FoldCase(codePoint));

    [Fact]
    public void Case_variants_are_all_other_code_points_with_the_same_folding()
    {
        Assert.Equal([(int)'K', 0x212A], CharacterTables.CaseVariants('k').ToArray());
        Assert.Equal([(int)'k', 0x212A], CharacterTables.CaseVariants('K').ToArray());
        Assert.Equal([(int)'K', 'k'], CharacterTables.CaseVariants(0x212A).ToArray());
        Assert.True(CharacterTables.CaseVariants('1').IsEmpty);
        Assert.True(CharacterTables.CaseVariants(-1).IsEmpty);
        var folded = Enumerable.Range(0, 0x110000).GroupBy(CharacterTables.FoldCase).Where(group => group.Count() > 1);
        foreach (var group in folded)
            foreach (var member in group)
                Assert.Equal(group.Where(other => other != member), CharacterTables.CaseVariants(member).ToArray());
    }

    [Theory]
    [InlineData("L", 'q', '1')]
    [InlineData("Lu", 'Q', 'q')]
    [InlineData("Uppercase_Letter", 'Q', 'q')]
    [InlineData("Nd", 0x0663, 'q')]
    [InlineData("Latin", 'q', 0x0434)]
    [InlineData("Latn", 0x00E9, 0x0434)]
    [InlineData("Cyrillic", 0x0434, 'd')]
    [InlineData("Han", 0x4E00, 0x3042)]
    [InlineData("Cn", 0x0378, 'a')]
    public void A_category_or_script_is_found_by_its_short_and_long_name(string name, int inside, int outside)
    {
        Assert.True(CharacterTables.TryGetCategoryRanges(name, out var ranges));
        Assert.Contains(ranges.ToArray(), range => range.Contains(inside));
        Assert.DoesNotContain(ranges.ToArray(), range => range.Contains(outside));
    }

    [Theory]
    [InlineData("")]
    [InlineData("latin")]
    [InlineData("Klingon")]
    public void An_unknown_name_has_no_ranges(string name)
    {
        Assert.False(CharacterTables.TryGetCategoryRanges(name, out var ranges));
        Assert.True(ranges.IsEmpty);
    }

    [Theory]
    [InlineData('a', "Latin")]
    [InlineData(0x0456, "Cyrillic")]
    [InlineData(0x4E2D, "Han")]
    [InlineData('1', "Common")]
    [InlineData(0x0301, "Inherited")]
    [InlineData(0x0378, "Unknown")]
    [InlineData(0x110000, "Unknown")]
    public void Every_code_point_has_a_script(int codePoint, string expected) =>
        Assert.Equal(expected, CharacterTables.ScriptOf(codePoint));

    [Theory]
    [InlineData(0x200B)] // zero-width space
    [InlineData(0x200D)] // zero-width joiner
    [InlineData(0xFEFF)] // byte order mark
    [InlineData(0x00AD)] // soft hyphen
    [InlineData(0x202E)] // right-to-left override
    [InlineData(0xE0041)] // tag a
    [InlineData(0xFE0F)] // variation selector
    [InlineData(0x3164)] // Hangul filler
    [InlineData(0xFFF9)] // interlinear annotation anchor
    public void What_shows_nothing_is_invisible(int codePoint) => Assert.True(CharacterTables.IsInvisible(codePoint));

    [Fact]
    public void Bidirectional_controls_are_the_twelve_of_the_standard() =>
        Assert.Equal(
            [0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069],
            Enumerable.Range(0, 0x110000).Where(CharacterTables.IsBidirectionalControl));

    private static void AssertAgree(ReadOnlySpan<CodePointRange> ranges, Func<int, bool> predicate)
    {
        var expected = new bool[0x110000];
        var previous = -2;
        foreach (var range in ranges)
        {
            Assert.True(range.First > previous + 1 && range.Last >= range.First);
            previous = range.Last;
            for (var codePoint = range.First; codePoint <= range.Last; codePoint++) expected[codePoint] = true;
        }
        Assert.DoesNotContain(Enumerable.Range(0, expected.Length), codePoint => expected[codePoint] != predicate(codePoint));
    }
}
