using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Patterns.Matching;

namespace AirsPolicy.Text.Tests.Patterns;

/// <summary>What a pattern costs a character, whatever the text, and the bound that it is held to.</summary>
public sealed class PatternWorkTests
{
    [Theory]
    [InlineData("abc", 2)] // behind an a: b, and a again
    [InlineData("aab", 3)]
    [InlineData("[a-z]{3}x", 5)]
    [InlineData("(cat|dog|cow)", 7)]
    [InlineData("^[a-z]{1,900}$", 4)]
    [InlineData("^(a|b)*c", 8)]
    public void A_pattern_costs_the_places_that_one_character_can_lead_to(string source, int steps) =>
        Assert.Equal(steps, PatternFixture.Compile(source).StepsPerCharacter);

    [Theory]
    [InlineData("(a|aa|aaa){50,900}b")]
    [InlineData("([a-z]{1,40} ?){1,60}x")]
    [InlineData("(\\w|\\d|x){100,990}y")]
    [InlineData("x|^(.|..|...){1,500}$")]
    [InlineData("^(a|a{20}|xa){160}g$")] // 3,875 steps at most, were they followed to the end
    public void A_pattern_that_a_text_can_make_follow_too_much_is_refused_and_says_what_it_costs(string source)
    {
        var error = Assert.Single(PatternParser.Parse(source, PatternOptions.None).Errors);
        Assert.Equal(PatternErrorKind.TooCostly, error.Kind);
        Assert.Contains(" ns, where 4,000 steps are allowed", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(a|aa|aaa){50,}b")]
    [InlineData("[a-z]{20,}x")]
    [InlineData("^[A-Za-z0-9_-]{1,999}$")]
    [InlineData("^(a|b|c|d|e){700}$")]
    [InlineData("^(.|..){1,100}$")]
    public void Of_what_repeats_without_end_or_from_the_start_alone_little_is_followed(string source) =>
        Assert.NotNull(PatternParser.Parse(source, PatternOptions.None).Tree);

    [Fact]
    public void A_list_of_words_costs_its_words_and_not_their_letters()
    {
        var words = string.Join('|', Enumerable.Range(0, 120).Select(number => $"{(char)('a' + number % 26)}{number}-prefix-and-more"));
        Assert.InRange(PatternFixture.Compile($@"\b({words})\b").StepsPerCharacter, 240, 600);
    }

    [Fact]
    public void A_simulation_takes_no_more_steps_a_character_than_the_pattern_says()
    {
        foreach (
            var (tree, text) in FsCheck
                .Fluent.Gen.Sample(RandomPatterns.Tree, 300, 500)
                .Zip(FsCheck.Fluent.Gen.Sample(RandomPatterns.WideText(60), 50, 500)))
        {
            var pattern = Pattern.Compile(tree);
            var simulation = new Simulation();
            SimulatedMatches.Find(pattern, text, simulation);
            Assert.True(simulation.Steps <= (text.Length + 1L) * (pattern.StepsPerCharacter + 1), $"'{tree.Source}' on '{text}'");
        }
    }
}
