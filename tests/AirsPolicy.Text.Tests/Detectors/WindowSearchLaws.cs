using AirsPolicy.Text.Detectors.Search;
using AirsPolicy.Text.Literals;
using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Tests.Patterns;
using AirsPolicy.Text.Views;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Text.Tests.Detectors;

public sealed class WindowSearchLaws
{
    private static readonly string[] s_sources =
    [
        "ab",
        "\\bab+a?\\b",
        "(?:ab|ba)\\s*(?:aa|bb)",
        ".{0,3}ab",
        "[ab]*ab",
        "\\w+ab\\w*",
        ".*ab",
        "a*bb|ab",
        "(?:.|\\n)*aab",
        "ab(?:.|\\n)*",
        "^ab",
        "ab$",
        "\\d{2}",
        "1[ab]?",
        "[a-c]{1,4}1",
        "\\b\\d+\\b",
        "(?:ab|1)b?",
        "éb",
        "b\\s+é+b",
        "😀a",
        ".?😀a?",
        "(?:a|b\\b)b+",
        "\\Bab",
        "ks",
        "(?i:ask)|ba",
        "\\s+ab",
        "b{2,}a{2,}",
        "a b",
        " ab",
        "b  a",
        "a=\\S",
        "<a=?",
        "b =+",
    ];

    private static readonly Gen<string> s_source = Gen.OneOf(
        Gen.Elements(s_sources),
        from left in Gen.Elements(s_sources) from right in Gen.Elements(s_sources) select $"(?:{left})(?:{right})",
        from left in Gen.Elements(s_sources) from right in Gen.Elements(s_sources) select $"{left}|{right}",
        from left in RandomPatterns.Source() from right in Gen.Elements(s_sources) select $"(?:{left})(?:{right})");

    private static readonly Gen<string> s_text =
        from pieces in Gen.ArrayOf(
            Gen.OneOf(
                RandomPatterns.WideText(12),
                Gen.Elements(
                    "ab",
                    "abab",
                    "aab",
                    "bba",
                    "xyz xyz",
                    "11",
                    "éb",
                    "\uD83D",
                    "\uDE00",
                    "........",
                    " k\u017F",
                    "\u212As ",
                    "ask",
                    "\u0301",
                    "\u0338",
                    "a\u200Bb",
                    "a  b",
                    "\t",
                    "=b",
                    "<a=",
                    "ß",
                    "b =")))
        select string.Concat(pieces);

    [Fact]
    public void In_the_windows_round_required_parts_are_all_matches_of_the_whole_text()
    {
        var (withLiterals, withCharacters, bounded, throughFolded) = (0, 0, 0, 0);
        var scratch = new PatternScratch();
        var cases =
            from source in s_source
            from options in RandomPatterns.Options
            from text in s_text
            from cells in Gen.Elements(0, 300, 100_000)
            select (source, options, text, cells);
        Prop.ForAll(
                cases.ToArbitrary(),
                sample =>
                {
                    var pattern = PatternFixture.Compile(sample.source, sample.options);
                    var view = new ViewPattern(pattern, TextViewKind.Plain, readsFolded: false);
                    var folded = new ViewPattern(pattern, TextViewKind.Plain, readsFolded: true);
                    if (folded.SoughtIn == TextViewKind.Folded)
                        throughFolded++;
                    if (view.Literals is not null)
                        withLiterals++;
                    else if (pattern.Facts.RequiredSet is not null)
                        withCharacters++;
                    if (view.Literals is not null && pattern.Facts.LiteralWithin is not null)
                        bounded++;
                    var expected = SimulatedMatches.Find(pattern, sample.text);
                    Assert.Equal(expected, Find(view, sample.text, scratch));
                    Assert.Equal(expected, Find(view, sample.text, new PatternScratch(sample.cells)));
                    Assert.Equal(expected, Find(folded, sample.text, scratch));
                }
            )
            .Check(Laws.Config.WithMaxTest(5000));
        Assert.True(throughFolded > 1_000, $"{throughFolded} patterns looked for literals in the folded view.");
        Assert.True(
            withLiterals > 1_000 && withCharacters > 300 && bounded > 300,
            $"{withLiterals} patterns required literals, {withCharacters} characters, {bounded} within a bound.");
    }

    [Fact]
    public void Every_match_holds_what_is_required_as_near_as_is_said()
    {
        var cases = from source in s_source from options in RandomPatterns.Options from text in s_text select (source, options, text);
        Prop.ForAll(
                cases.ToArbitrary(),
                sample =>
                {
                    var pattern = PatternFixture.Compile(sample.source, sample.options);
                    foreach (var match in SimulatedMatches.Find(pattern, sample.text))
                    {
                        var (from, within) = (match.Start, pattern.Facts.LiteralWithin ?? match.Length);
                        if (pattern.Facts.RequiredLiterals.Count > 0)
                            Assert.Contains(
                                Enumerable.Range(from, Math.Min(within, match.Length) + 1),
                                at => pattern.Facts.RequiredLiterals.Any(literal => Stands(literal, sample.text[at..match.End])));
                        if (pattern.Facts.RequiredSet is { } set)
                            Assert.Contains(
                                Enumerable.Range(from, Math.Min(set.Within ?? match.Length, match.Length - 1) + 1),
                                at => set.Any.Contains(CodePointAt(sample.text, at)));
                    }
                }
            )
            .Check(Laws.Config.WithMaxTest(3000));
    }

    [Theory]
    [InlineData("a.*ab", "a")]
    [InlineData("a.*ab", "ab")]
    [InlineData("x[a-z ]*ab", "ab")]
    [InlineData("(?:ab)+.*ab;", "ab")]
    [InlineData("\\w+ab|b", "ab")]
    [InlineData("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+", "a.b-@")]
    [InlineData("\\b(?:\\d[ -]?){13,19}\\b", "1 2-3")]
    [InlineData("\\bignore\\s+(?:all\\s+)*previous", "ignore all ")]
    [InlineData("(?:[ab]{3}\\s)*[ab]*aab", "aab ")]
    [InlineData("[ab]*a[ab]{12}cc|bb", "ab")]
    public void Twice_the_text_takes_at_most_a_little_more_than_twice_the_steps(string source, string unit)
    {
        var view = new ViewPattern(PatternFixture.Compile(source), TextViewKind.Plain, readsFolded: true);
        var once = StepsOf(view, unit, 4_000);
        var twice = StepsOf(view, unit, 8_000);
        Assert.InRange(twice, 0, Math.Max(once, 1_000) * 22 / 10);
    }

    private static long StepsOf(ViewPattern pattern, string unit, int copies)
    {
        var scratch = new PatternScratch();
        Find(pattern, string.Concat(Enumerable.Repeat(unit, copies)), scratch);
        return scratch.Search.Steps + scratch.Reverse.Steps;
    }

    private static bool Stands(PatternLiteral literal, string text) =>
        text.Length >= literal.Text.Length
        && (literal.Folded ? Folded(text[..literal.Text.Length]) == literal.Text : text.StartsWith(literal.Text, StringComparison.Ordinal));

    private static string Folded(string text) =>
        string.Concat(text.Select(unit => (char)AirsPolicy.Text.Unicode.CharacterTables.FoldCase(unit)));

    private static int CodePointAt(string text, int at) =>
        at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? char.ConvertToUtf32(text[at], text[at + 1]) : text[at];

    private static TextSpan[] Find(ViewPattern pattern, string text, PatternScratch scratch)
    {
        var (hits, view) = (new LiteralHits(), new TextView());
        TextViews.Write(pattern.SoughtIn, text, view);
        if (pattern.Literals is { } literals)
            new LiteralScan([.. literals.Select(literal => new SoughtLiteral(literal.Text, literal.IgnoreCase, 0))], 1).Scan(
                view.Text,
                hits);
        var matches = new SpanBuffer();
        pattern.Find(text, hits.Of(0), pattern.SoughtIn == TextViewKind.Plain ? null : view, scratch, matches);
        return [.. Enumerable.Range(0, matches.Count).Select(index => matches[index])];
    }
}
