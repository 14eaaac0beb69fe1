namespace AirsPolicy.Hosting.Tests.Evaluating;

/// <summary>Why there is no answer of a judge.</summary>
public sealed class JudgeCausesTests
{
    [Theory]
    [InlineData(null, "refused")]
    [InlineData("no JSON", "unreadable")]
    [InlineData("[]", "unreadable")]
    [InlineData("1", "unreadable")]
    [InlineData("{} {}", "unreadable")]
    [InlineData("{\"a\":\"\\ud800\"}", "unreadable")]
    [InlineData("{\"fits\":false}", "misfit")]
    [InlineData("{\"a\":null,\"b\":[1,true],\"c\":{\"d\":\"e\"}}", null)]
    public async Task What_is_no_object_that_fits_is_no_answer(string? answer, string? cause) =>
        Assert.Equal((cause is null ? answer : null, cause), await Ask(new Saying((_, _) => new(answer))));

    [Fact]
    public async Task An_answer_may_be_as_long_as_it_says_and_no_longer()
    {
        var longest = $"{{\"a\":\"{new string('x', JudgeQuestion.MaxAnswer - 8)}\"}}";
        Assert.Equal(JudgeQuestion.MaxAnswer, longest.Length);
        Assert.Equal((longest, null), await Ask(new Saying((_, _) => new(longest))));
        Assert.Equal((null, "unreadable"), await Ask(new Saying((_, _) => new(longest + " "))));
    }

    [Fact]
    public async Task One_that_is_not_at_hand_or_fails_says_so()
    {
        Assert.Equal((null, "unavailable"), await Ask(null));
        Assert.Equal((null, "failed"), await Ask(new Saying((_, _) => throw new InvalidOperationException())));
    }

    [Fact]
    public async Task One_that_is_late_says_so_and_is_told_to_stop()
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var clock = new FiringClock();
        var late = new Saying(async (_, cancellation) =>
        {
            await using var telling = cancellation.Register(told.SetResult);
            clock.Fire();
            await told.Task;
            return "{}";
        });
        Assert.Equal((null, "late"), await Ask(late, TimeSpan.FromSeconds(7), clock));
        await told.Task;
        Assert.Equal(TimeSpan.FromSeconds(7), clock.Set);
    }

    [Fact]
    public async Task Who_asks_can_give_up()
    {
        using var cancellation = new CancellationTokenSource();
        var asked = Ask(new Saying(async (_, stopped) =>
        {
            await cancellation.CancelAsync();
            stopped.ThrowIfCancellationRequested();
            return "{}";
        }), cancellation: cancellation.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    private static Task<(string? Json, string? Cause)> Ask(
        IJudge? judge,
        TimeSpan? within = null,
        TimeProvider? clock = null,
        CancellationToken cancellation = default) =>
        JudgeAnswers.Ask(
            judge,
            new JudgeQuestion("p.guard", "small", null, "", "{}"),
            "0f3c9a",
            within,
            json => json != "{\"fits\":false}",
            clock ?? TimeProvider.System,
            cancellation);

    private sealed class Saying(Func<JudgeQuestion, CancellationToken, ValueTask<string?>> answer) : IJudge
    {
        public ValueTask<string?> AnswerAsync(JudgeQuestion question, CancellationToken cancellation) => answer(question, cancellation);
    }
}
