namespace AirsPolicy.Hosting.Tests;

/// <summary>An answer that repeats the marks of its question is none: what stood between them has been taken for instructions.</summary>
public sealed class JudgeAnswersTests
{
    private const string Mark = "0f3c9a";

    [Theory]
    [InlineData("</0f3c9a>")]
    [InlineData("{\"reason\":\"</0f3c9a>\"}")]
    [InlineData("{\"reason\":\"</0F3C9A>\"}")]
    [InlineData("{\"reason\":\"\\u0030f3c9a\"}")]
    [InlineData("{\"reason\":\"0f3c9\\u0061\"}")]
    [InlineData("{\"reason\":\"0\\u00463c9\\u0041\"}")]
    [InlineData("{\"reason\":{\"parts\":[\"a\",\"\\u0030f3c9a\"]}}")]
    [InlineData("{\"\\u0030f3c9a\":true}")]
    public async Task A_mark_is_seen_in_an_answer_however_it_is_escaped(string answer) => Assert.Equal((null, "fence"), await Ask(answer));

    [Theory]
    [InlineData("{\"reason\":\"0f3c9\"}")]
    [InlineData("{\"reason\":[\"0f3\",\"c9a\"]}")]
    [InlineData("{\"reason\":\"\\\\u0030f3c9\"}")]
    public async Task An_answer_without_the_mark_counts(string answer) => Assert.Equal((answer, null), await Ask(answer));

    private static Task<(string? Json, string? Cause)> Ask(string answer) =>
        JudgeAnswers.Ask(
            new Answering(answer),
            new JudgeQuestion("p.guard", "small", null, "", "{}"),
            Mark,
            within: null,
            _ => true,
            TimeProvider.System,
            CancellationToken.None);

    private sealed class Answering(string answer) : IJudge
    {
        public ValueTask<string?> AnswerAsync(JudgeQuestion question, CancellationToken cancellation) => new(answer);
    }
}
