using System.Net;
using AirsPolicy.Extensions.AI.Tests.Scripted;
using AirsPolicy.Hosting;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI.Tests;

/// <summary>A chat client is asked again while that may help, and what it uses is counted.</summary>
public sealed class ChatJudgeTests
{
    private const string Pass = """{"verdict":"pass"}""";

    private static readonly ChatJudgeOptions s_options = new() { Delay = TimeSpan.Zero, InputPrice = 2, OutputPrice = 10 };
    private static readonly JudgeQuestion s_question = new("desk.guard", "small", null, "Is this right?", """{"type":"object"}""");

    public static TheoryData<Exception> Transient =>
    [
        new HttpRequestException("down"),
        new HttpRequestException("busy", null, HttpStatusCode.TooManyRequests),
        new HttpRequestException("broken", null, HttpStatusCode.BadGateway),
        new IOException("cut"),
        new TimeoutException(),
        new TaskCanceledException("slow", new TimeoutException()),
    ];

    [Theory]
    [MemberData(nameof(Transient))]
    public async Task It_is_asked_again_after_a_transient_failure(Exception fault)
    {
        var (judge, client, _) = Judge([new Attempt(Fault: fault), new Attempt(Fault: fault), new Attempt(Pass)]);
        Assert.Equal((Pass, 3), (await judge.AnswerAsync(s_question, default), client.Asked));
        // What took too long may have been read.
        Assert.Equal(fault is OperationCanceledException ? 3 : 1, judge.TakeUsage().Requests);
    }

    [Fact]
    public async Task Three_attempts_are_all()
    {
        var (judge, client, _) = Judge([new Attempt(Fault: new IOException("down"))]);
        await Assert.ThrowsAsync<IOException>(() => judge.AnswerAsync(s_question, default).AsTask());
        Assert.Equal((3, JudgeUsage.None), (client.Asked, judge.TakeUsage()));
    }

    [Fact]
    public async Task It_is_asked_once_where_asking_again_does_not_help()
    {
        var (judge, client, _) = Judge([new Attempt(Fault: new HttpRequestException("no", null, HttpStatusCode.Unauthorized))]);
        await Assert.ThrowsAsync<HttpRequestException>(() => judge.AnswerAsync(s_question, default).AsTask());
        Assert.Equal(1, client.Asked);
        var (own, asked, _) = Judge(
            [new Attempt(Fault: new NotSupportedException()), new Attempt(Pass)],
            s_options with { IsTransient = fault => fault is NotSupportedException });
        Assert.Equal((Pass, 2), (await own.AnswerAsync(s_question, default), asked.Asked));
    }

    [Fact]
    public async Task An_answer_that_has_begun_is_not_asked_again_since_it_has_read_the_marks()
    {
        var (judge, client, _) = Judge([new Attempt("""{"verd""", Fault: new IOException("cut")), new Attempt(Pass)]);
        await Assert.ThrowsAsync<InvalidDataException>(() => judge.AnswerAsync(s_question, default).AsTask());
        Assert.Equal((1, 1L), (client.Asked, judge.TakeUsage().Requests));
    }

    [Fact]
    public async Task An_attempt_that_takes_too_long_is_given_up_and_counts_as_read()
    {
        var (judge, client, _) = Judge([new Attempt(Hangs: true), new Attempt(Pass)]);
        Assert.Equal((Pass, 2), (await judge.AnswerAsync(s_question, default), client.Asked));
        Assert.Equal(2, judge.TakeUsage().Requests);
    }

    [Fact]
    public async Task Nobody_asks_on_once_the_time_of_the_policy_is_over()
    {
        var clock = new HeldClock();
        using var time = new CancellationTokenSource();
        var client = new StreamingClient((_, _, cancellation) => new Attempt(Hangs: true).Stream(time.Cancel, cancellation));
        var judge = new ChatJudge(client, s_options with { Clock = clock });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => judge.AnswerAsync(s_question, time.Token).AsTask());
        Assert.Equal(1, client.Asked);
        // Nor does anybody wait for the next attempt.
        using var later = new CancellationTokenSource();
        var down = new StreamingClient((_, _, cancellation) => new Attempt(Fault: new IOException("down")).Stream(null, cancellation));
        var waiting = new ChatJudge(down, s_options with { Clock = clock, Delay = TimeSpan.FromMinutes(1) })
            .AnswerAsync(s_question, later.Token).AsTask();
        await later.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task No_more_are_under_way_than_the_options_say_and_the_others_wait()
    {
        var (begun, end) = (new SemaphoreSlim(0), new TaskCompletionSource());
        var client = new StreamingClient((_, _, cancellation) => Answers(cancellation));
        var judge = new ChatJudge(client, s_options with { Parallel = 2 });
        var answers = Enumerable.Range(0, 5).Select(_ => judge.AnswerAsync(s_question, default).AsTask()).ToList();
        await begun.WaitAsync();
        await begun.WaitAsync();
        Assert.Equal(2, client.Asked);
        end.SetResult();
        Assert.All(await Task.WhenAll(answers), answer => Assert.Equal(Pass, answer));
        Assert.Equal(5, client.Asked);

        async IAsyncEnumerable<ChatResponseUpdate> Answers(
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
        {
            begun.Release();
            await end.Task.WaitAsync(cancellation);
            yield return new ChatResponseUpdate(ChatRole.Assistant, Pass);
        }
    }

    [Fact]
    public async Task What_is_used_is_counted_with_its_price_and_taken_once()
    {
        var (judge, _, _) = Judge([new Attempt(Pass, Usage(1_000, 100))]);
        await judge.AnswerAsync(s_question, default);
        await judge.AnswerAsync(s_question, default);
        Assert.Equal(new JudgeUsage(2, 2_000, 200, 0.006m), judge.TakeUsage());
        Assert.Equal(JudgeUsage.None, judge.TakeUsage());
    }

    public static TheoryData<long?, long?> Nonsense => new() { { null, null }, { -1, -1 }, { long.MinValue, null } };

    [Theory]
    [MemberData(nameof(Nonsense))]
    public async Task Where_nobody_says_what_was_used_each_byte_counts(long? input, long? output)
    {
        var (judge, _, _) = Judge([new Attempt(Pass, Usage(input, output))]);
        await judge.AnswerAsync(s_question, default);
        var used = judge.TakeUsage();
        Assert.True(used.InputTokens > s_question.Prompt.Length + s_question.Schema.Length);
        Assert.Equal(Pass.Length, used.OutputTokens);
    }

    [Fact]
    public async Task A_use_beyond_reason_counts_as_a_billion()
    {
        var (judge, _, _) = Judge([new Attempt(Pass, Usage(long.MaxValue, 7_000_000_000))]);
        await judge.AnswerAsync(s_question, default);
        Assert.Equal(new JudgeUsage(1, 1_000_000_000, 1_000_000_000, 12_000), judge.TakeUsage());
    }

    public static TheoryData<string> OutOfRange => ["attempts", "delay", "timeout", "parallel", "price"];

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Options_that_mean_nothing_are_refused(string option)
    {
        var options = option switch
        {
            "attempts" => new ChatJudgeOptions { Attempts = 0 },
            "delay" => new ChatJudgeOptions { Delay = TimeSpan.FromSeconds(-1) },
            "timeout" => new ChatJudgeOptions { AttemptTimeout = TimeSpan.Zero },
            "parallel" => new ChatJudgeOptions { Parallel = 0 },
            _ => new ChatJudgeOptions { InputPrice = -1 },
        };
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChatJudge(new ScriptedClient(), options));
    }

    internal static UsageDetails Usage(long? input, long? output) => new() { InputTokenCount = input, OutputTokenCount = output };

    // The last attempt stands for all that follow.
    private static (ChatJudge Judge, StreamingClient Client, HeldClock Clock) Judge(Attempt[] attempts, ChatJudgeOptions? options = null)
    {
        var clock = new HeldClock();
        var client = new StreamingClient(
            (number, _, cancellation) => attempts[Math.Min(number, attempts.Length - 1)].Stream(clock.Fire, cancellation));
        return (new ChatJudge(client, (options ?? s_options) with { Clock = clock }), client, clock);
    }
}
