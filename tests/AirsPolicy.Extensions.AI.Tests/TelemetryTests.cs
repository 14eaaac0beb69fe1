using System.Collections.Concurrent;
using System.Diagnostics;
using AirsPolicy.Extensions.AI.Tests.Scripted;
using AirsPolicy.Hosting;

namespace AirsPolicy.Extensions.AI.Tests;

/// <summary>Decisions and judges are spans, in which no text is.</summary>
public sealed class TelemetryTests
{
    private const string Source = """
        policy watched
        system d { owner "o" }
        control threats { at input  when text contains "bomb" then block "No." }
        judge guard {
          model "small" from "example"  at output  timing inline  timeout 60s  on error block "Nobody could look at this."
          prompt "Is this right? {{ text }}"
          returns { verdict: one of [pass, fail] }
          when verdict == fail then block "That is not right."
        }
        """;

    [Fact]
    public async Task Decisions_and_judges_are_spans_without_texts()
    {
        var spans = await Spans("""{"verdict":"pass"}""", "When do you open?");
        var decided = spans.FindAll(span => span.DisplayName.StartsWith("decide ", StringComparison.Ordinal));
        Assert.Equal(["decide input", "decide output"], decided.Select(span => span.DisplayName));
        Assert.All(decided, span => Assert.Equal("allow", span.GetTagItem("airs.outcome")));
        var judged = Assert.Single(spans, span => span.DisplayName == "judge watched.guard");
        Assert.Equal(
            ("watched.guard", "small", "example", ActivityStatusCode.Unset),
            (judged.GetTagItem("gen_ai.evaluation.name"), judged.GetTagItem("gen_ai.request.model"),
                judged.GetTagItem("gen_ai.provider.name"), judged.Status));
        Assert.All(
            spans.SelectMany(span => span.TagObjects),
            tag => Assert.DoesNotContain("open", tag.Value?.ToString() ?? "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_judge_that_gives_no_answer_is_an_error_by_its_cause()
    {
        var spans = await Spans("It looks fine to me.", "When do you open?");
        var judged = Assert.Single(spans, span => span.DisplayName == "judge watched.guard");
        Assert.Equal((ActivityStatusCode.Error, "unreadable"), (judged.Status, judged.GetTagItem("error.type")));
    }

    [Fact]
    public async Task A_span_says_which_controls_have_fired()
    {
        var spans = await Spans("""{"verdict":"pass"}""", "A bomb?");
        var decided = Assert.Single(spans, span => span.DisplayName == "decide input");
        Assert.Equal("block", decided.GetTagItem("airs.outcome"));
        Assert.Equal(["watched.threats"], Assert.IsType<string[]>(decided.GetTagItem("airs.controls")));
    }

    [Fact]
    public async Task What_goes_on_after_people_have_agreed_is_a_span_as_well()
    {
        const string Holding = """
            policy held
            system d { owner "o" }
            queue people { sla 1h  reviewers "staff" }
            control waits { at output  always hold for people }
            """;
        var chat = new Guarded(Holding, ScriptedClient.Saying("We open at nine."), Guarded.In("s"));
        await chat.AskAsync("When?");
        Approving.All(chat.Host, "held.people", "staff");
        var spans = await Spans(() => chat.AskAsync("When?"));
        Assert.Equal(
            [("decide input", "allow"), ("decide output", "allow")],
            spans.Where(span => span.Source.Name == PolicyHost.TelemetryName)
                .Select(span => (span.DisplayName, (string)span.GetTagItem("airs.outcome")!)));
    }

    private static Task<List<Activity>> Spans(string answer, string question)
    {
        var judges = new Dictionary<string, IJudge> { ["small"] = new ChatJudge(ScriptedClient.Saying(answer)) };
        var chat = new Guarded(Source, ScriptedClient.Saying("We open at nine."), host: new PolicyHostOptions { Judges = judges });
        return Spans(() => chat.AskAsync(question));
    }

    // Other tests decide beside this one: what belongs to it stands below a span of its own.
    private static async Task<List<Activity>> Spans(Func<Task> ask)
    {
        var stopped = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is PolicyHost.TelemetryName or nameof(TelemetryTests),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var own = new ActivitySource(nameof(TelemetryTests));
        using var root = own.StartActivity("test")!;
        await ask();
        return [.. stopped.Where(span => span.TraceId == root.TraceId)];
    }
}
