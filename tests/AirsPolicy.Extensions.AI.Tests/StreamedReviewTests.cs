using System.Collections.Concurrent;
using AirsPolicy.Extensions.AI.Tests.Scripted;
using AirsPolicy.Hosting;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI.Tests;

/// <summary>Judges that look at an answer afterwards see the whole of it, also where it was streamed.</summary>
public sealed class StreamedReviewTests
{
    private const string Rules = """
        control cards { at output  always redact pii.card }
        judge later {
          model "small"  at output  timing async  on error flag
          prompt "Is this right? {{ output.text }}"
          returns { verdict: one of [pass, fail] }
          when verdict == fail then flag
        }
        """;

    private readonly ConcurrentQueue<string> _asked = [];

    [Theory]
    [InlineData("stream buffered")]
    [InlineData("stream post_hoc")]
    [InlineData("stream none")]
    [InlineData("")]
    public async Task The_judge_reads_the_answer_that_was_streamed(string stream)
    {
        var text = $"We open at nine, and close at five. {new string('x', 200)} Come in.";
        var judge = new AnsweringClient((messages, _) =>
        {
            _asked.Enqueue(messages[^1].Text);
            return Task.FromResult("""{"verdict":"pass"}""");
        });
        var chat = new Guarded(
            $"policy desk\nsystem d {{ owner \"o\"  {stream} }}\n{Rules}",
            new ScriptedClient(ScriptedClient.Says(text)) { Cuts = [7] },
            Guarded.In("s"),
            new PolicyHostOptions { Judges = new Dictionary<string, IJudge> { ["small"] = new ChatJudge(judge) } });
        Assert.Equal(text, (await chat.Client.GetStreamingResponseAsync("When?").ToChatResponseAsync()).Text);
        await chat.Policy.ReviewedAsync();
        Assert.Contains(text, Assert.Single(_asked), StringComparison.Ordinal);
        await chat.AskAsync("When?");
        await chat.Policy.ReviewedAsync();
        Assert.Equal(2, _asked.Count);
    }
}
