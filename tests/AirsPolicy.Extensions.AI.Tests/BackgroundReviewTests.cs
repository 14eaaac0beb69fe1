using System.Collections.Concurrent;
using System.Text;
using AirsPolicy.Extensions.AI.Tests.Scripted;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Decisions;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AirsPolicy.Extensions.AI.Tests;

/// <summary>Judges that are asked afterwards look at everything, or their posture follows.</summary>
public sealed class BackgroundReviewTests : IDisposable
{
    private const string Source = """
        policy desk
        system d { owner "o" }
        judge later {
          model "small"  at output  timing async  timeout 60s  on error notify "unseen"
          prompt "Is this right? {{ text }}"
          returns { verdict: one of [pass, fail] }
          when verdict == fail then notify "wrong"
        }
        """;

    private static readonly string s_retracting =
        Source.Replace("then notify \"wrong\"", "then retract \"That was wrong.\", notify \"wrong\"", StringComparison.Ordinal);

    private readonly BlockingCollection<string> _told = [];
    private readonly SemaphoreSlim _begun = new(0);
    private readonly TaskCompletionSource _end = new();

    public void Dispose()
    {
        _begun.Dispose();
        _told.Dispose();
    }

    [Fact]
    public async Task An_answer_goes_on_and_what_the_judge_finds_is_told_afterwards()
    {
        var chat = Chat(parallel: 1, waiting: 1);
        Assert.Equal("We open at nine.", (await chat.AskAsync("When?")).Text);
        _end.SetResult();
        Assert.Equal("wrong", Told());
    }

    [Fact]
    public async Task What_finds_no_place_is_not_passed_over()
    {
        var chat = Chat(parallel: 1, waiting: 1);
        await chat.AskAsync("One?");
        await _begun.WaitAsync();
        await chat.AskAsync("Two?");
        Assert.Empty(_told);
        await chat.AskAsync("Three?");
        Assert.Equal("unseen", Told());
        _end.SetResult();
        Assert.Equal(["wrong", "wrong"], [Told(), Told()]);
    }

    [Fact]
    public async Task No_more_are_looked_at_than_the_options_say()
    {
        var chat = Chat(parallel: 2, waiting: 9);
        for (var asked = 0; asked < 4; asked++)
            await chat.AskAsync($"{asked}?");
        await _begun.WaitAsync();
        await _begun.WaitAsync();
        Assert.Equal(0, _begun.CurrentCount);
        _end.SetResult();
        await chat.Policy.DrainAsync();
        Assert.Equal(4, _told.Count);
    }

    [Fact]
    public async Task At_the_end_everything_that_waits_is_looked_at()
    {
        var chat = Chat(parallel: 1, waiting: 9);
        for (var asked = 0; asked < 3; asked++)
            await chat.AskAsync($"{asked}?");
        var drained = chat.Policy.DrainAsync();
        Assert.False(drained.IsCompleted);
        _end.SetResult();
        await drained;
        Assert.Equal(["wrong", "wrong", "wrong"], _told);
        await chat.AskAsync("Later?");
        Assert.Equal("unseen", _told.Skip(3).Single());
    }

    [Fact]
    public async Task What_cannot_be_waited_for_is_settled_unseen()
    {
        var chat = Chat(parallel: 1, waiting: 9);
        for (var asked = 0; asked < 3; asked++)
            await chat.AskAsync($"{asked}?");
        await _begun.WaitAsync();
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await chat.Policy.DrainAsync(now.Token);
        Assert.Equal(["unseen", "unseen", "unseen"], _told);
    }

    [Fact]
    public async Task What_a_judge_finds_wrong_afterwards_is_taken_back()
    {
        _end.SetResult();
        var taken = new TaskCompletionSource<Retraction>();
        var chat = new Guarded(
            s_retracting,
            ScriptedClient.Saying("We open at nine."),
            Options(1, 1) with { Retract = (retraction, _) => { taken.SetResult(retraction); return ValueTask.CompletedTask; } },
            Host());
        Assert.Equal("We open at nine.", (await chat.AskAsync("When?")).Text);
        await chat.Policy.DrainAsync();
        var back = await taken.Task;
        Assert.Equal("That was wrong.", back.Message);
        Assert.Equal("output", back.Review.Decision.Point);
        Assert.Contains("We open at nine.", Encoding.UTF8.GetString(back.Review.Facts.Span), StringComparison.Ordinal);
        Assert.Contains("\"request\":{\"id\":", Encoding.UTF8.GetString(back.Review.Facts.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_never_went_on_is_not_taken_back_and_an_answer_names_its_request()
    {
        _end.SetResult();
        var taken = new ConcurrentQueue<Retraction>();
        var chat = new Guarded(
            s_retracting + "\ncontrol secrets { at output  when text contains \"vault\" then hold for people }\n"
                + "queue people { sla 1h  reviewers \"staff\" }",
            ScriptedClient.Saying("The vault.", "At nine."),
            Options(1, 9) with { Retract = (retraction, _) => { taken.Enqueue(retraction); return ValueTask.CompletedTask; } },
            Host());
        await chat.AskAsync("Where?");
        await chat.Policy.ReviewedAsync();
        Assert.Empty(taken);
        var answer = await chat.AskAsync("When?");
        await chat.Policy.ReviewedAsync();
        var id = Assert.IsType<string>(answer.AdditionalProperties![PolicyProperties.Request]);
        Assert.Contains($"\"id\":\"{id}\"", Encoding.UTF8.GetString(Assert.Single(taken).Review.Facts.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retraction_that_fails_keeps_nobody_else_from_being_told()
    {
        _end.SetResult();
        var chat = new Guarded(
            s_retracting,
            ScriptedClient.Saying("We open at nine."),
            Options(1, 1) with { Retract = (_, _) => throw new InvalidOperationException("It is gone.") },
            Host());
        await chat.AskAsync("When?");
        await chat.Policy.DrainAsync();
        Assert.Equal(["wrong"], _told);
    }

    [Fact]
    public void A_policy_that_takes_answers_back_needs_an_application_that_can()
    {
        var fault = Assert.ThrowsAny<Exception>(() => new Guarded(s_retracting, ScriptedClient.Saying("At nine."), Options(1, 1), Host()));
        Assert.Contains("retract 'answers'", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_facts_say_that_the_judge_was_not_at_hand()
    {
        var chat = Chat(parallel: 1, waiting: 1);
        var review = await chat.Host.ReviewUnaskedAsync("output", """{"output":{"text":"At nine."}}"""u8.ToArray());
        Assert.Contains("\"unanswered:desk.later\":\"unavailable\"", Encoding.UTF8.GetString(review.Facts.Span), StringComparison.Ordinal);
        Assert.Equal("desk.judge.later", Assert.Single(review.Decision.Fired).Origin.Control);
        Assert.True(review.Decision.Outcome < Outcome.Hold);
    }

    [Fact]
    public async Task The_services_of_an_application_drain_it_when_they_stop()
    {
        var bundle = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.airsb");
        await File.WriteAllBytesAsync(bundle, Guarded.BundleOf(Source));
        try
        {
            var services = new ServiceCollection()
                .AddAirsPolicy(policy => policy.Bundle(bundle).Host(_ => Host()).Options(_ => Options(1, 9)))
                .BuildServiceProvider();
            var hosted = services.GetServices<IHostedService>().ToList();
            foreach (var service in hosted)
                await service.StartAsync(default);
            services.GetRequiredService<ChatPolicy>().ReviewLater("output", """{"output":{"text":"At nine."}}"""u8.ToArray());
            var stopped = Task.WhenAll(hosted.Select(service => service.StopAsync(default)));
            Assert.False(stopped.IsCompleted);
            _end.SetResult();
            await stopped;
            Assert.Equal(["wrong"], _told);
        }
        finally
        {
            File.Delete(bundle);
        }
    }

    private Guarded Chat(int parallel, int waiting) =>
        new(Source, ScriptedClient.Saying("We open at nine."), Options(parallel, waiting), Host());

    private PolicyHostOptions Host()
    {
        var model = new AnsweringClient(async (_, cancellation) =>
        {
            _begun.Release();
            await _end.Task.WaitAsync(cancellation);
            return """{"verdict":"fail"}""";
        });
        return new PolicyHostOptions { AllowUnsigned = true, Judges = new Dictionary<string, IJudge> { ["small"] = new ChatJudge(model) } };
    }

    private ChatPolicyOptions Options(int parallel, int waiting) =>
        new()
        {
            ParallelReviews = parallel,
            WaitingReviews = waiting,
            Notifications = new Dictionary<string, Func<Decision, CancellationToken, ValueTask>>
            {
                ["wrong"] = (_, _) => Tell("wrong"),
                ["unseen"] = (_, _) => Tell("unseen"),
            },
        };

    // It ends a test that would wait for ever.
    private string Told() => _told.TryTake(out var told, TimeSpan.FromSeconds(30)) ? told : "nothing";

    private ValueTask Tell(string what)
    {
        _told.Add(what);
        return ValueTask.CompletedTask;
    }
}
