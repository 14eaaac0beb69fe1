using System.Text;

namespace AirsPolicy.Hosting.Tests.Evaluating;

public sealed class ClassifierAnswersTests
{
    [Theory]
    [InlineData(0, 0d)]
    [InlineData(1, 1d)]
    [InlineData(0.25, 0.25)]
    [InlineData(-0.000001, null)]
    [InlineData(1.000001, null)]
    [InlineData(double.NaN, null)]
    public async Task An_answer_is_a_share(double said, double? answer) => Assert.Equal(answer, await Ask(new Saying((_, _) => new(said))));

    [Fact]
    public async Task One_that_is_not_at_hand_or_fails_gives_no_answer_and_the_others_do()
    {
        var answers = await ClassifierAnswers.Ask(
            [
                (null, null),
                (new Saying((_, _) => throw new InvalidOperationException()), null),
                (new Saying((text, _) => new(text.Length / 10.0)), null),
            ],
            "abc",
            TimeProvider.System,
            CancellationToken.None);
        Assert.Equal([null, null, 0.3], answers);
    }

    [Fact]
    public async Task One_that_is_late_gives_no_answer_and_is_told_to_stop()
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var clock = new FiringClock();
        var late = new Saying(async (_, cancellation) =>
        {
            await using var telling = cancellation.Register(told.SetResult);
            clock.Fire();
            await told.Task;
            return 1;
        });
        Assert.Null(await Ask(late, TimeSpan.FromSeconds(9), clock));
        await told.Task;
        Assert.Equal(TimeSpan.FromSeconds(9), clock.Set);
    }

    [Fact]
    public async Task Who_asks_can_give_up()
    {
        using var cancellation = new CancellationTokenSource();
        var asked = Ask(new Saying(async (_, stopped) =>
        {
            await cancellation.CancelAsync();
            stopped.ThrowIfCancellationRequested();
            return 1;
        }), cancellation: cancellation.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    [Fact]
    public void Answers_are_written_behind_the_facts_in_millionths() => Assert.Equal(
        """{"a":1,"classifier:x":0.123457,"classifier:y":1}""",
        Encoding.UTF8.GetString(ClassifierAnswers.Join("""{"a":1}"""u8, [("x", 0.12345678), ("y", 1)])));

    private static async Task<double?> Ask(
        IClassifier classifier,
        TimeSpan? within = null,
        TimeProvider? clock = null,
        CancellationToken cancellation = default
    ) => Assert.Single(await ClassifierAnswers.Ask([(classifier, within)], "text", clock ?? TimeProvider.System, cancellation));

    private sealed class Saying(Func<string, CancellationToken, ValueTask<double>> answer) : IClassifier
    {
        public ValueTask<double> ClassifyAsync(string text, CancellationToken cancellation) => answer(text, cancellation);
    }
}
