using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using AirsPolicy.Benchmarks.Policies;
using AirsPolicy.Benchmarks.Texts;
using AirsPolicy.Extensions.AI;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Decisions;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>What a policy in front of a chat client costs where nothing fires: 1 KB is asked, and 2 KB are answered.</summary>
internal static class ChatRows
{
    private const int Times = 20;
    private const int MostBytes = 2_048;

    private static readonly string s_answer = $"{InputPack.Message}\n{InputPack.Message}"[..2_048];

    public static IEnumerable<QuickRow> All() =>
    [
        new("chat client where nothing fires, 1 KB asked, 2 KB answered", "at most 1.5x the two decisions", Whole),
        new("allocation meanwhile", "at most 2,048 bytes more than the bare client", Allocation),
        new("first text of a streamed answer later than without a policy", "at most 100 us, and the policy's window", FirstText),
    ];

    private static QuickFigure Whole()
    {
        var (bare, guarded, decide) = Prepare();
        var measured = Measure.Nanoseconds(Times, () => Ask(bare), () => Ask(guarded), decide);
        return QuickFigure.Against(measured[1], measured[0] + measured[2], 1.5);
    }

    private static QuickFigure Allocation()
    {
        var (bare, guarded, decide) = Prepare();
        var bytes = (Measure.Allocated(() => Ask(guarded)) - Measure.Allocated(() => Ask(bare)) - Measure.Allocated(decide)) / Times;
        return new QuickFigure($"{bytes:N0} bytes", bytes <= MostBytes);
    }

    // The question is decided on meanwhile, and the answer arrives at once: what is left is what the policy does with both.
    private static QuickFigure FirstText()
    {
        var host = Hosts.Of(Policy.Model(
            """
            policy measured
            use airs.detect
            system measured { owner "the benchmarks"  stream buffered }
            control answered { at output  always redact pii.card }
            """));
        var bare = new SameAnswer();
        var guarded = bare.AsBuilder().UseAirsPolicy(host).Build();
        var measured = Measure.Nanoseconds(Times, () => First(bare), () => First(guarded));
        var later = (measured[1] - measured[0]) / 1_000;
        var behind = s_answer.Length - LengthOfFirst(guarded);
        return new QuickFigure($"{later:F1} us, {behind} characters behind", later <= 100);
    }

    private static void First(IChatClient client)
    {
        for (var i = 0; i < Times; i++)
            LengthOfFirst(client);
    }

    private static int LengthOfFirst(IChatClient client)
    {
        ChatMessage[] asked = [new(ChatRole.User, InputPack.Message)];
        var updates = client.GetStreamingResponseAsync(asked).GetAsyncEnumerator();
        try
        {
            while (updates.MoveNextAsync().AsTask().GetAwaiter().GetResult())
            {
                if (updates.Current.Text.Length > 0)
                    return updates.Current.Text.Length;
            }
            throw new InvalidOperationException("Nothing was shown.");
        }
        finally
        {
            updates.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static (IChatClient Bare, IChatClient Guarded, Action Decide) Prepare()
    {
        var host = Hosts.Of(Policy.Model(
            """
            policy measured
            use airs.detect
            system measured { owner "the benchmarks" }
            control asked    { at input  when input_pack.found(text) then block }
            control answered { at output when input_pack.found(text) then block }
            """));
        var bare = new SameAnswer();
        var input = Facts(new { input = new { text = InputPack.Message, source = "user", attachments = Array.Empty<string>() } });
        var output = Facts(new
        {
            output = new { text = s_answer, modality = "prose" },
            input = new { text = InputPack.Message },
            sources = Array.Empty<string>(),
        });
        return (
            bare,
            bare.AsBuilder().UseAirsPolicy(host).Build(),
            () =>
            {
                for (var i = 0; i < Times; i++)
                {
                    Expect(host.Decide("input", input));
                    Expect(host.Decide("output", output));
                }
            }
        );
    }

    private static byte[] Facts(object facts) => JsonSerializer.SerializeToUtf8Bytes(facts);

    private static void Expect(Decision decision)
    {
        if (decision.Outcome != Outcome.Allow)
            throw new InvalidOperationException($"{decision.Point} decides {decision.Outcome}: {decision.Failure?.Detail}");
    }

    // A message of a user is decided on each time, though it is known.
    private static void Ask(IChatClient client)
    {
        ChatMessage[] asked = [new(ChatRole.User, InputPack.Message)];
        for (var i = 0; i < Times; i++)
        {
            if (client.GetResponseAsync(asked).GetAwaiter().GetResult().Text.Length != s_answer.Length)
                throw new InvalidOperationException("The answer is another.");
        }
    }

    private sealed class SameAnswer : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default) =>
            Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, s_answer)));

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask;
            yield return new ChatResponseUpdate(ChatRole.Assistant, s_answer);
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
