using AirsPolicy.Runtime.Schemas.Patterns;

namespace AirsPolicy.Runtime.Tests.Schemas.Patterns;

/// <summary>The patterns of a schema are held to the same bound as those of a policy.</summary>
public sealed class EcmaScriptPatternTests
{
    [Theory]
    [InlineData("(a|aa|aaa){50,900}b")]
    [InlineData("([a-z]{1,40} ?){1,60}x")]
    [InlineData("(\\w|\\d|x){100,990}y")]
    [InlineData("x|^(.|..|...){1,500}$")]
    [InlineData("^(a|a{20}|xa){160}g$")]
    public void A_pattern_that_a_text_can_make_follow_too_much_is_refused(string source) =>
        Assert.Contains("too costly", EcmaScriptPattern.Parse(source).Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("(a|aa|aaa){50,}b")]
    [InlineData("[a-z]{20,}x")]
    [InlineData("^[A-Za-z0-9_-]{1,999}$")]
    [InlineData("^(a|b|c|d|e){700}$")]
    [InlineData("^(.|..){1,100}$")]
    public void Of_what_repeats_without_end_or_from_the_start_alone_little_is_followed(string source) =>
        Assert.NotNull(EcmaScriptPattern.Parse(source).Tree);
}
