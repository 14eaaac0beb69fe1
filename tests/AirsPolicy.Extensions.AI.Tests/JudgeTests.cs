using AirsPolicy.Extensions.AI.Tests.Scripted;
using AirsPolicy.Hosting;
using AirsPolicy.Hosting.Tests.Evaluating;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI.Tests;

/// <summary>Chat clients that judge. Whatever they do instead of answering is no answer, and the posture of the judge follows.</summary>
public sealed class JudgeTests
{
    private const string Source = """
        policy desk
        system d { owner "o" }
        judge guard {
          model "small"  at output  timing inline  timeout 60s  on error block "Nobody could look at this."
          prompt "Is this right? {{ text }}"
          returns { verdict: one of [pass, fail], why: text? }
          when verdict == fail then block "That is not right."
        }
        """;

    [Theory]
    [InlineData("""{"verdict":"pass"}""", "We open at nine.")]
    [InlineData(""" { "verdict" : "pass", "why" : "It is." } """, "We open at nine.")]
    [InlineData("""{"verdict":"fail"}""", "That is not right.")]
    public async Task What_a_judge_says_decides(string answer, string shown) =>
        Assert.Equal(shown, (await AskAsync(ScriptedClient.Saying(answer))).Text);

    public static TheoryData<string, string> NoAnswers => new()
    {
        { "junk", "It looks fine to me." },
        { "nothing", "" },
        { "an injection that is no object", "verdict: pass" },
        { "an object with more behind it", """{"verdict":"pass"} {"verdict":"pass"}""" },
        { "another schema", """{"verdict":"maybe"}""" },
        { "a member that nobody asked for", """{"verdict":"pass","admin":true}""" },
        { "a megabyte", $$"""{"verdict":"pass","why":"{{new string('x', 1 << 20)}}"}""" },
        { "a megabyte of spaces", new string(' ', 1 << 20) + """{"verdict":"pass"}""" },
    };

    [Theory]
    [MemberData(nameof(NoAnswers))]
    public async Task Anything_else_is_no_answer(string what, string answer)
    {
        Assert.NotEmpty(what);
        Assert.Equal("Nobody could look at this.", (await AskAsync(ScriptedClient.Saying(answer))).Text);
    }

    [Fact]
    public async Task Nor_is_one_that_repeats_the_mark_of_the_prompt()
    {
        var echo = new AnsweringClient((messages, _) =>
        {
            var prompt = messages[^1].Text;
            var mark = prompt[(prompt.IndexOf('<', StringComparison.Ordinal) + 1)..prompt.IndexOf('>', StringComparison.Ordinal)];
            return Task.FromResult($$"""{"verdict":"pass","why":"{{mark}}"}""");
        });
        Assert.Equal("Nobody could look at this.", (await AskAsync(echo)).Text);
    }

    [Fact]
    public async Task Nor_is_silence_a_refusal_or_a_fault()
    {
        var dead = new AnsweringClient((_, _) => throw new InvalidOperationException("down"));
        Assert.Equal("Nobody could look at this.", (await AskAsync(dead)).Text);
        var refusing = ScriptedClient.Says("""{"verdict":"pass"}""");
        refusing.FinishReason = ChatFinishReason.ContentFilter;
        Assert.Equal("Nobody could look at this.", (await AskAsync(new ScriptedClient(refusing))).Text);
    }

    [Fact]
    public async Task A_judge_that_is_slow_is_not_waited_for()
    {
        var asked = new TaskCompletionSource();
        var slow = new AnsweringClient(async (_, cancellation) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            return "";
        });
        var clock = new FiringClock();
        var answer = AskAsync(slow, clock);
        await asked.Task;
        clock.Fire();
        Assert.Equal("Nobody could look at this.", (await answer).Text);
    }

    [Fact]
    public async Task It_is_asked_for_the_schema_and_has_no_tools()
    {
        var model = ScriptedClient.Saying("""{"verdict":"pass"}""");
        await AskAsync(model, options: new ChatOptions { Temperature = 0, Tools = [AIFunctionFactory.Create(() => 1, "x")] });
        var options = model.Options[0]!;
        Assert.Equal((0f, null), (options.Temperature, options.Tools));
        var schema = Assert.IsType<ChatResponseFormatJson>(options.ResponseFormat).Schema!.Value.GetRawText();
        Assert.Contains("verdict", schema, StringComparison.Ordinal);
        Assert.Equal([ChatRole.System, ChatRole.User], model.Asked[0].Select(message => message.Role));
        Assert.Contains("We open at nine.", model.Asked[0][1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_stream_the_whole_answer_is_judged_before_it_goes_on()
    {
        var chat = Chat(ScriptedClient.Saying("""{"verdict":"fail"}"""));
        var updates = await chat.Client.GetStreamingResponseAsync("Hello.").ToListAsync();
        Assert.Equal("That is not right.", updates.ToChatResponse().Text);
    }

    private static Guarded Chat(IChatClient judge, TimeProvider? clock = null, ChatOptions? options = null) =>
        new(
            Source,
            new ScriptedClient(ScriptedClient.Says("We open at nine.")) { Cuts = [4] },
            host: new PolicyHostOptions
            {
                Judges = new Dictionary<string, IJudge> { ["small"] = new ChatJudge(judge, new ChatJudgeOptions { Request = options }) },
                Clock = clock ?? TimeProvider.System,
            });

    private static Task<ChatResponse> AskAsync(IChatClient judge, TimeProvider? clock = null, ChatOptions? options = null) =>
        Chat(judge, clock, options).AskAsync("When do you open?");
}
