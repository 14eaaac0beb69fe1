using System.Text.RegularExpressions;
using AirsPolicy.Text.Patterns;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Text.Tests.Patterns;

public sealed class PatternEngineLaws
{
    [Fact]
    public void Matches_are_those_of_the_definition()
    {
        var cases = from tree in RandomPatterns.Tree from text in RandomPatterns.WideText(14) select (tree, text);
        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            var pattern = Pattern.Compile(sample.tree);
            Assert.Equal(NaiveMatcher.IsMatch(sample.tree, sample.text), pattern.IsMatch(sample.text, new PatternScratch()));
            Assert.Equal(NaiveMatcher.Find(sample.tree, sample.text), PatternFixture.Find(pattern, sample.text));
        }).Check(Laws.Config.WithMaxTest(4000));
    }

    // That engine takes the first alternative that leads to a match and this one the longest match, and only that one reports empty
    // matches, so that it is asked for each end in turn. It also loses matches where what is repeated may be empty:
    // '(?:(?:(?:ab){2}){1,3}|){2}' does not match the empty text there.
    [Fact]
    public void A_backtracking_engine_agrees_on_all_matches()
    {
        var matches = 0;
        var cases = from source in RandomPatterns.AsciiSource.Where(source => !RepeatsEmpty(PatternFixture.Parse(source).Root))
                    from options in RandomPatterns.Options
                    from text in RandomPatterns.AsciiText(14)
                    select (source, options, text);
        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            var pattern = PatternFixture.Compile(sample.source, sample.options);
            Assert.Equal(ToRegex(sample.source, sample.options).IsMatch(sample.text), pattern.IsMatch(sample.text, new PatternScratch()));
            var expected = AllByBacktracking(sample.source, sample.options, sample.text);
            Assert.Equal(expected, PatternFixture.Find(pattern, sample.text));
            Assert.Equal(expected, SimulatedMatches.Find(pattern, sample.text));
            Assert.Equal(expected, NaiveMatcher.Find(PatternFixture.Parse(sample.source, sample.options), sample.text));
            matches += expected.Count;
        }).Check(Laws.Config.WithMaxTest(1500));
        Assert.True(matches > 1500, $"{matches} matches.");
    }

    // Where every match of a pattern is as long as every other there is no choice between them, and the matches of both are the same on
    // texts of any length.
    [Fact]
    public void A_backtracking_engine_finds_the_same_of_one_length_in_long_texts()
    {
        var matches = 0;
        var cases =
            from source in RandomPatterns.FixedSource
            from options in RandomPatterns.Options
            from text in RandomPatterns.AsciiText(400)
            select (source, options, text);
        Prop.ForAll(
                cases.ToArbitrary(),
                sample =>
                {
                    var expected = ToRegex(sample.source, sample.options)
                        .Matches(sample.text)
                        .Where(match => match.Length > 0)
                        .Select(match => new TextSpan(match.Index, match.Index + match.Length))
                        .ToList();
                    Assert.Equal(expected, PatternFixture.Find(PatternFixture.Compile(sample.source, sample.options), sample.text));
                    matches += expected.Count;
                }
            )
            .Check(Laws.Config.WithMaxTest(3000));
        Assert.True(matches > 3000, $"{matches} matches.");
    }

    [Fact]
    public void The_next_match_from_the_end_of_one_is_the_next_of_all()
    {
        var cases = from tree in RandomPatterns.Tree from text in RandomPatterns.WideText(14) select (tree, text);
        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            var pattern = Pattern.Compile(sample.tree);
            var scratch = new PatternScratch();
            var found = new List<TextSpan>();
            for (var from = 0; pattern.TryFind(sample.text, from, scratch, out var match); from = match.End) found.Add(match);
            Assert.Equal(PatternFixture.Find(pattern, sample.text), found);
        }).Check(Laws.Config.WithMaxTest(1000));
    }

    [Fact]
    public void A_scratch_used_for_other_patterns_before_changes_nothing()
    {
        var scratch = new PatternScratch();
        var cases = from tree in RandomPatterns.Tree from text in RandomPatterns.WideText(14) select (tree, text);
        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            var pattern = Pattern.Compile(sample.tree);
            Assert.Equal(PatternFixture.Find(pattern, sample.text), PatternFixture.Find(pattern, sample.text, scratch));
        }).Check(Laws.Config.WithMaxTest(1000));
    }

    private static bool RepeatsEmpty(PatternNode node) => node switch
    {
        PatternRepeat repeat => CanBeEmpty(repeat.Body) || RepeatsEmpty(repeat.Body),
        PatternSequence sequence => sequence.Items.Any(RepeatsEmpty),
        PatternAlternation alternation => alternation.Alternatives.Any(RepeatsEmpty),
        PatternCaseless caseless => RepeatsEmpty(caseless.Body),
        _ => false,
    };

    private static bool CanBeEmpty(PatternNode node) => node switch
    {
        PatternEmpty or PatternAnchor => true,
        PatternRepeat repeat => repeat.Min == 0 || CanBeEmpty(repeat.Body),
        PatternSequence sequence => sequence.Items.All(CanBeEmpty),
        PatternAlternation alternation => alternation.Alternatives.Any(CanBeEmpty),
        PatternCaseless caseless => CanBeEmpty(caseless.Body),
        _ => false,
    };

    private static Regex ToRegex(string source, PatternOptions options) => new(
        source.Replace("$", "\\z", StringComparison.Ordinal),
        RegexOptions.CultureInvariant | (options == PatternOptions.IgnoreCase ? RegexOptions.IgnoreCase : RegexOptions.None),
        TimeSpan.FromMinutes(1));

    // The longest end from a start is the greatest for which a match that has to end there exists; the next match begins at the end of the
    // last.
    private static List<TextSpan> AllByBacktracking(string source, PatternOptions options, string text)
    {
        var found = new List<TextSpan>();
        var ending = Enumerable.Range(0, text.Length + 1)
            .ToDictionary(end => end, end => ToRegex($"\\G(?:{source})(?=[\\s\\S]{{{text.Length - end}}}$)", options));
        for (var start = 0; start < text.Length;)
        {
            var end = text.Length;
            while (end > start && !ending[end].IsMatch(text, start))
                end--;
            if (end > start) found.Add(new TextSpan(start, end));
            start = Math.Max(end, start + 1);
        }

        return found;
    }
}
