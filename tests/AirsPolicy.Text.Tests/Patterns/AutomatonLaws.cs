using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Patterns.Matching;
using AirsPolicy.Text.Patterns.Matching.Automata;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Text.Tests.Patterns;

public sealed class AutomatonLaws
{
    // From none at all to enough for most of these patterns.
    private static readonly int[] s_cells = [0, 20, 60, 150, 400, 1_000, PatternScratch.MaxCells];

    private static readonly Gen<string> s_longText = Gen.OneOf(RandomPatterns.AsciiText(300), RandomPatterns.WideText(120), RepeatedText());

    [Fact]
    public void Automata_find_what_the_simulation_finds()
    {
        var scratch = new PatternScratch();
        var cases = from tree in RandomPatterns.Tree from text in s_longText select (tree, text);
        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            var pattern = Pattern.Compile(sample.tree);
            Assert.Equal(SimulatedMatches.Find(pattern, sample.text), PatternFixture.Find(pattern, sample.text, scratch));
        }).Check(Laws.Config.WithMaxTest(3000));
    }

    [Fact]
    public void A_search_that_runs_out_of_room_goes_on_from_where_it_stands()
    {
        var (simulated, automatic) = (0, 0);
        var cases = from tree in RandomPatterns.Tree from text in s_longText from cells in Gen.Elements(s_cells) select (tree, text, cells);
        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            var pattern = Pattern.Compile(sample.tree);
            var scratch = new PatternScratch(sample.cells);
            var expected = SimulatedMatches.Find(pattern, sample.text);
            Assert.Equal(expected, PatternFixture.Find(pattern, sample.text, scratch));
            if (scratch.Search.Simulates) simulated++;
            else automatic++;
            // The next search begins anew.
            Assert.Equal(expected, PatternFixture.Find(pattern, sample.text, scratch));
            var beginning = sample.text.Length > 14 ? sample.text.Remove(14) : sample.text;
            Assert.Equal(NaiveMatcher.IsMatch(sample.tree, beginning), pattern.IsMatch(beginning, scratch));
        }).Check(Laws.Config.WithMaxTest(3000));
        Assert.True(simulated > 300 && automatic > 300, $"{simulated} searches ran out of room and {automatic} did not.");
    }

    [Fact]
    public void However_the_text_is_cut_and_whatever_room_there_is_the_matches_are_those_of_the_whole()
    {
        var cases = from tree in RandomPatterns.Tree
                    from text in s_longText
                    from cuts in Gen.ArrayOf(Gen.Choose(0, text.Length))
                    from cells in Gen.Elements(s_cells)
                    select (tree, text, cuts, cells);
        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            var pattern = Pattern.Compile(sample.tree);
            var matcher = new PatternMatcher(sample.cells);
            var found = new List<TextSpan>();
            var (from, held) = (0, 0);
            matcher.Start(pattern);
            foreach (var (cut, last) in sample.cuts.Order().Append(sample.text.Length).Select((cut, index) => (cut, index == sample.cuts.Length)))
            {
                matcher.Feed(sample.text.AsSpan(from, cut - from), last);
                while (matcher.TryTake(out var match))
                {
                    Assert.InRange(match.Start, held, cut);
                    found.Add(match);
                }

                Assert.InRange(matcher.HeldFrom, held, cut);
                (from, held) = (cut, matcher.HeldFrom);
            }

            Assert.Equal(SimulatedMatches.Find(pattern, sample.text), found);
        }).Check(Laws.Config.WithMaxTest(2000));
    }

    [Fact]
    public void Code_points_of_one_symbol_are_never_told_apart()
    {
        Prop.ForAll(RandomPatterns.Tree.ToArbitrary(), tree =>
        {
            var program = Pattern.Compile(tree).Program;
            var symbols = SymbolMapBuilder.Build(program);
            for (var codePoint = 0; codePoint <= CodePointSet.LastCodePoint; codePoint += codePoint < 0x600 ? 1 : 241)
            {
                var symbol = codePoint < 128 ? symbols.Ascii[codePoint] : symbols.SymbolOf(codePoint);
                var member = symbols.MemberOf(symbol);
                Assert.Equal(codePoint is >= 128 and (< 0xD800 or > 0xDFFF), codePoint >= 128 && symbols.RangeOf(codePoint).Contains(codePoint));
                foreach (var (operation, a, b) in program.Code)
                {
                    if (operation == Operation.Character) Assert.Equal(codePoint == a || codePoint == b, member == a || member == b);
                }

                foreach (var set in program.Sets) Assert.Equal(set.Contains(codePoint), set.Contains(member));
            }
        }).Check(Laws.Config.WithMaxTest(60));
    }

    private static Gen<string> RepeatedText() =>
        from unit in RandomPatterns.WideText(6)
        from copies in Gen.Choose(1, 40)
        from end in RandomPatterns.WideText(6)
        select string.Concat(Enumerable.Repeat(unit, copies)) + end;
}
