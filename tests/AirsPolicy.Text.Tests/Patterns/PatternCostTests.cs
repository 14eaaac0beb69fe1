using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Patterns.Matching;

namespace AirsPolicy.Text.Tests.Patterns;

/// <summary>Cost in steps and bytes, which are the same on every machine.</summary>
public sealed class PatternCostTests
{
    [Theory]
    [InlineData("a*b|a", "a")]
    [InlineData("a*b", "a")]
    [InlineData("(a|aa)*b|aaa", "a")]
    [InlineData("a{0,50}b|a", "a")]
    [InlineData("(a*)*b", "a")]
    [InlineData("(a+)+$|a", "ab")]
    [InlineData("[a-z]+x|ab|c", "abc")]
    [InlineData(".*x|.{3}", "ab😀")]
    [InlineData("(\\w+\\s?)*;|\\w+", "word after word ")]
    [InlineData("\\b(\\w+ ){1,20}end", "not the end: then ")]
    [InlineData("[ab]*a[ab]{12}c|b", "ab")]
    public void All_matches_of_twice_the_text_take_at_most_a_little_more_than_twice_the_steps(string source, string unit)
    {
        var pattern = PatternFixture.Compile(source);
        var once = StepsOfAll(pattern, unit, 2_000);
        var twice = StepsOfAll(pattern, unit, 4_000);
        Assert.InRange(twice, once, once * 22 / 10);
        Assert.InRange(twice, 1, ((4_000L * unit.Length) + 1) * (pattern.InstructionCount + 2));
    }

    [Fact]
    public void Steps_stay_within_the_stated_bound_on_any_pattern_and_text()
    {
        var cases = FsCheck.Fluent.Gen.Sample(RandomPatterns.Tree, 300, 500);
        var texts = FsCheck.Fluent.Gen.Sample(RandomPatterns.WideText(60), 50, 500);
        foreach (var (tree, text) in cases.Zip(texts))
        {
            var pattern = Pattern.Compile(tree);
            var scratch = new PatternScratch();
            PatternFixture.Find(pattern, text, scratch);
            Assert.True(scratch.Search.Steps <= (text.Length + 1L) * (pattern.InstructionCount + 2), $"'{tree.Source}' on '{text}'");
            var simulation = new Simulation();
            SimulatedMatches.Find(pattern, text, simulation);
            Assert.True(simulation.Steps <= (text.Length + 1L) * (pattern.InstructionCount + 1), $"'{tree.Source}' on '{text}'");
        }
    }

    [Fact]
    public void Searching_allocates_nothing_once_the_scratch_has_grown()
    {
        var patterns = new[] { "a*b|a", "(\\w+\\s?)*;|\\w+", "\\p{Lu}[^x]{3,9}", "😀|.x" }
            .Select(source => PatternFixture.Compile(source))
            .ToArray();
        var text = string.Concat(Enumerable.Repeat("aaa 😀 Word é ", 100));
        var scratch = new PatternScratch();
        var matcher = new PatternMatcher();
        Search(patterns, text, scratch, matcher);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var found = Search(patterns, text, scratch, matcher);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(found > 1000);
    }

    [Fact]
    public void Three_hundred_patterns_are_built_within_their_memory()
    {
        string[] sources =
        [
            "\\b(ignore|disregard|forget)\\s+(all|any|the)?\\s*(previous|prior|above)\\s+(instructions?|rules?)\\b",
            "[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+",
            "\\b(?:\\d[ -]?){13,19}\\b",
            "[^\\w\\s]{5,}|\\p{Lu}{4,}",
            "(sk|pk)[-_](live|test)[-_][A-Za-z0-9]{16,64}",
        ];
        Build(sources, 5);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var instructions = Build(sources, 300);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 24 * 1024 * 1024);
        Assert.True(instructions > 10_000);
    }

    private static int Build(string[] sources, int count)
    {
        var instructions = 0;
        for (var index = 0; index < count; index++)
        {
            instructions += PatternFixture
                .Compile($"{sources[index % sources.Length]}|x{index}", PatternOptions.IgnoreCase)
                .InstructionCount;
        }

        return instructions;
    }

    private static int Search(Pattern[] patterns, string text, PatternScratch scratch, PatternMatcher matcher)
    {
        var found = 0;
        foreach (var pattern in patterns)
        {
            if (pattern.IsMatch(text, scratch)) found++;
            foreach (var match in pattern.Matches(text, scratch)) found += match.Length;
            matcher.Start(pattern);
            for (var at = 0; at < text.Length; at += 7)
            {
                matcher.Feed(text.AsSpan(at, Math.Min(7, text.Length - at)), at + 7 >= text.Length);
                while (matcher.TryTake(out var match)) found += match.Length;
            }
        }

        return found;
    }

    private static long StepsOfAll(Pattern pattern, string unit, int copies)
    {
        var scratch = new PatternScratch();
        PatternFixture.Find(pattern, string.Concat(Enumerable.Repeat(unit, copies)), scratch);
        return scratch.Search.Steps;
    }
}
