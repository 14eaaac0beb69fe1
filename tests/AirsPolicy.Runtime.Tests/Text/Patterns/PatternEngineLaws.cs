using System.Text.RegularExpressions;
using AirsPolicy.Runtime.Text.Patterns;
using AirsPolicy.Runtime.Text;
using FsCheck.Fluent;
using FsCheck;
using Xunit;

namespace AirsPolicy.Runtime.Tests.Text.Patterns;

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

    [Fact]
    public void A_backtracking_engine_agrees_on_existence_first_start_and_longest_end()
    {
        // That engine loses matches where what is repeated may be empty: '(?:(?:(?:ab){2}){1,3}|){2}' does not match the empty text there.
        var cases = from source in RandomPatterns.AsciiSource.Where(source => !RepeatsEmpty(PatternFixture.Parse(source).Root))
                    from options in RandomPatterns.Options
                    from text in RandomPatterns.AsciiText(10)
                    select (source, options, text);
        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            var pattern = PatternFixture.Compile(sample.source, sample.options);
            Assert.Equal(ToRegex(sample.source, sample.options).IsMatch(sample.text), pattern.IsMatch(sample.text, new PatternScratch()));
            var found = pattern.TryFind(sample.text, 0, new PatternScratch(), out var match);
            Assert.Equal(FirstByBacktracking(sample.source, sample.options, sample.text), found ? match : null);
        }).Check(Laws.Config.WithMaxTest(1500));
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
        TimeSpan.FromSeconds(5));

    // The longest end from a start is the greatest for which a match that has to end there exists.
    private static TextSpan? FirstByBacktracking(string source, PatternOptions options, string text)
    {
        var ending = Enumerable.Range(0, text.Length + 1)
            .ToDictionary(end => end, end => ToRegex($"\\G(?:{source})(?=[\\s\\S]{{{text.Length - end}}}$)", options));
        for (var start = 0; start < text.Length; start++)
        {
            for (var end = text.Length; end > start; end--)
            {
                if (ending[end].IsMatch(text, start)) return new TextSpan(start, end);
            }
        }

        return null;
    }
}
