using System.Text.RegularExpressions;
using AirsPolicy.Extensions.AI.Tests.Scripted;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI.Tests;

/// <summary>Answers that come in parts.</summary>
public sealed partial class StreamedAnswerTests
{
    private const string Rules = """
        detector binding { match "legally binding" }
        control offers { at output  when binding.found(text) then block "I can't make offers here." }
        control cards  { at output  always redact pii.card }
        control note   { at output  when text contains "perhaps" then append "Ask a person." }
        """;

    private const string Buffered = "policy desk\nsystem d { owner \"o\"  stream buffered }\n" + Rules;
    private const string Whole = "policy desk\nsystem d { owner \"o\" }\n" + Rules;
    private const string Afterwards = "policy desk\nsystem d { owner \"o\"  stream post_hoc }\n" + Rules;

    [Theory]
    [InlineData("a b b", "stop")]
    [InlineData("a b a", "content_filter")]
    public async Task Messages_that_are_mixed_are_refused(string ids, string finish)
    {
        var model = new StreamingClient((_, _, _) => Updates());
        var chat = new Guarded(Buffered, ScriptedClient.Saying(""));
        var updates = await model.AsBuilder().UseAirsPolicy(chat.Policy).Build().GetStreamingResponseAsync("Hello.").ToListAsync();
        Assert.Equal(finish, updates[^1].FinishReason!.Value.Value);

        async IAsyncEnumerable<ChatResponseUpdate> Updates()
        {
            foreach (var id in ids.Split(' '))
            {
                await Task.Yield();
                yield return new ChatResponseUpdate(ChatRole.Assistant, "We open at nine. ") { MessageId = id };
            }
            yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(new())])
            {
                MessageId = "a",
                FinishReason = ChatFinishReason.Stop,
            };
        }
    }

    [Theory]
    [InlineData("m", "", "m", null)]
    [InlineData(null, "m", "m", "")]
    [InlineData("", null, "m", "m")]
    public async Task A_message_is_one_whichever_of_its_updates_have_no_id_or_an_empty_one(params string?[] ids)
    {
        var shown = await ShownAsync(Whole, [.. ids.Select((id, number) => Said($"{number} ", id))]);
        Assert.Equal(("0 1 2 3 ", ChatFinishReason.Stop), (shown.Text, shown.FinishReason));
        Assert.Single(shown.Messages);
    }

    [Fact]
    public async Task A_late_part_of_an_earlier_message_that_says_nothing_mixes_nothing()
    {
        var shown = await ShownAsync(
            Buffered,
            new ChatResponseUpdate(ChatRole.Assistant, [new TextReasoningContent("Hours.")]) { MessageId = "a" },
            Said("We open at nine.", "b"),
            Said("", "a"),
            Said(" We close at five.", "b"));
        Assert.Equal(("We open at nine. We close at five.", ChatFinishReason.Stop), (shown.Text, shown.FinishReason));
    }

    [Fact]
    public async Task What_is_shown_of_one_message_at_the_end_does_not_come_behind_the_next_one()
    {
        const string source = Buffered + "\ndetector terms { match \"binding terms\" }\n"
            + "control forms { at output  when terms.found(text) then block }";
        var texts = await UpdatesAsync(source, Said("It is legally ", "a"), Said("sound, and not binding ", "b"));
        var shown = string.Concat(texts.Select(update => update.Text));
        Assert.Equal("It is legally sound, and not binding ", shown);
    }

    [Fact]
    public async Task Text_goes_on_before_the_end_where_the_policy_streams_and_at_the_end_where_it_does_not()
    {
        var model = new ScriptedClient(ScriptedClient.Says("We open at nine, and we close at five.")) { Cuts = [8] };
        Assert.True((await StreamAsync(Buffered, model)).Updates.Count(update => update.Text.Length > 0) > 1);
        model = new ScriptedClient(ScriptedClient.Says("We open at nine, and we close at five.")) { Cuts = [8] };
        var whole = await StreamAsync(Whole, model);
        Assert.Single(whole.Updates, update => update.Text.Length > 0);
        Assert.Equal(("We open at nine, and we close at five.", ChatFinishReason.Stop), (whole.Response.Text, whole.Response.FinishReason));
    }

    private static ChatResponseUpdate Said(string text, string? id) => new(ChatRole.Assistant, text) { MessageId = id };

    private static async Task<ChatResponse> ShownAsync(string source, params ChatResponseUpdate[] updates) =>
        (await UpdatesAsync(source, updates)).ToChatResponse();

    private static async Task<List<ChatResponseUpdate>> UpdatesAsync(string source, params ChatResponseUpdate[] updates)
    {
        ChatResponseUpdate[] all = [.. updates, new ChatResponseUpdate { FinishReason = ChatFinishReason.Stop }];
        var model = new StreamingClient((_, _, _) => all.ToAsyncEnumerable());
        var chat = new Guarded(source, ScriptedClient.Saying(""));
        return await model.AsBuilder().UseAirsPolicy(chat.Policy).Build().GetStreamingResponseAsync("Hello.").ToListAsync();
    }

    [Fact]
    public async Task A_stream_that_is_blocked_ends_validly_stops_the_model_and_says_that_text_is_to_be_taken_back()
    {
        var answer = $"Good morning. This is legally binding. {new string('x', 500)}";
        var model = new ScriptedClient(ScriptedClient.Says(answer)) { Cuts = [3] };
        var (updates, response) = await StreamAsync(Buffered, model);
        Assert.DoesNotContain(updates, update => update.Text.Contains("legal", StringComparison.Ordinal));
        Assert.EndsWith("I can't make offers here.", updates[^1].Text, StringComparison.Ordinal);
        Assert.Equal(ChatFinishReason.ContentFilter, response.FinishReason);
        Assert.Equal("true", updates[^1].AdditionalProperties![PolicyProperties.Retracted]);
        Assert.Equal("desk.offers", updates[^1].AdditionalProperties![PolicyProperties.Rules]);
        Assert.True(model.IsDisposed);
        Assert.InRange(model.Taken, 1, 30);
        Assert.Equal(2, response.Messages.Count);
    }

    [Fact]
    public async Task What_was_shown_and_goes_on_changed_is_taken_back_and_shown_anew()
    {
        var model = new ScriptedClient(ScriptedClient.Says("Your card is 4111 1111 1111 1111.")) { Cuts = [4] };
        var (updates, _) = await StreamAsync(Afterwards, model);
        Assert.Equal("Your card is [pii.card-1].", updates[^1].Text);
        Assert.Equal("true", updates[^1].AdditionalProperties![PolicyProperties.Retracted]);
    }

    [Fact]
    public async Task Whoever_gives_a_stream_up_stops_the_model()
    {
        var model = new ScriptedClient(ScriptedClient.Says(new string('x', 500))) { Cuts = [3] };
        var chat = new Guarded(Buffered, model);
        await foreach (var update in chat.Client.GetStreamingResponseAsync("Hello."))
        {
            if (update.Text.Length > 0)
                break;
        }
        Assert.True(model.IsDisposed);
        using var given = new CancellationTokenSource();
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in chat.With(new ScriptedClient(ScriptedClient.Says("Hello."))).GetStreamingResponseAsync(
                "Hello.",
                cancellationToken: given.Token))
            {
            }
        });
    }

    [Fact]
    public async Task A_refused_question_streams_the_refusal()
    {
        var chat = new Guarded(Whole + "control none { at input  always block \"Closed.\" }", ScriptedClient.Saying("Hello."));
        var response = await chat.Client.GetStreamingResponseAsync("Hello.").ToChatResponseAsync();
        Assert.Equal(("Closed.", ChatFinishReason.ContentFilter), (response.Text, response.FinishReason));
        Assert.Empty(chat.Model.Asked);
    }

    [Theory]
    [InlineData(Buffered)]
    [InlineData(Whole)]
    public void However_an_answer_is_cut_the_same_of_it_goes_on_in_text_and_reasoning(string source)
    {
        var pieces = new[]
        {
            "4111 1111 1111 1111", "4111", " 1111 1111 ", "legally ", "binding", "legally binding", "\u200B", "perhaps ", "\n", "😀",
            "nine. ",
        };
        var chat = new Guarded(source, ScriptedClient.Saying("?"), Guarded.In("s"));
        var cases = from text in Gen.Elements(pieces).ListOf().Resize(8)
                    from reasoning in Gen.Elements(pieces).ListOf().Resize(5)
                    from cuts in Gen.Choose(1, 9).NonEmptyListOf().Resize(8)
                    select (Text: string.Concat(text), Reasoning: string.Concat(reasoning), Cuts: cuts.ToArray());
        Prop.ForAll(cases.ToArbitrary(), sample => Check(chat, sample.Text, sample.Reasoning, sample.Cuts).GetAwaiter().GetResult())
            .Check(Laws.Config.WithMaxTest(200));
    }

    private static async Task Check(Guarded chat, string text, string reasoning, int[] cuts)
    {
        AIContent[] contents = [.. Contents(text, reasoning)];
        if (contents.Length == 0)
            return;
        var whole = await chat.With(new ScriptedClient(ScriptedClient.Says(contents))).GetResponseAsync("Hello.");
        var updates = await chat
            .With(new ScriptedClient(ScriptedClient.Says(contents)) { Cuts = cuts })
            .GetStreamingResponseAsync("Hello.")
            .ToListAsync();
        var streamed = updates.ToChatResponse();
        Assert.Equal(whole.FinishReason, streamed.FinishReason);
        if (whole.FinishReason != ChatFinishReason.ContentFilter)
        {
            Assert.Equal((whole.Text, Reasoning(whole)), (streamed.Text, Reasoning(streamed)));
            return;
        }
        // Nothing of a match has gone on, and nothing of the reasoning.
        Assert.Equal(whole.Text, updates[^1].Text);
        Assert.Equal("", Reasoning(streamed));
        var shown = string.Concat(updates.SkipLast(1).Select(update => update.Text));
        if (Binding().Match(text) is { Success: true, Index: var match })
            Assert.InRange(shown.Replace("[pii.card-1]", "4111 1111 1111 1111", StringComparison.Ordinal).Length, 0, match);
    }

    [GeneratedRegex(@"(?<!\w)legally binding(?!\w)")]
    private static partial Regex Binding();

    private static IEnumerable<AIContent> Contents(string text, string reasoning)
    {
        if (reasoning.Length > 0)
            yield return new TextReasoningContent(reasoning);
        if (text.Length > 0)
            yield return new TextContent(text);
    }

    private static string Reasoning(ChatResponse response) =>
        string.Concat(response.Messages.SelectMany(message => message.Contents).OfType<TextReasoningContent>().Select(part => part.Text));

    private static async Task<(List<ChatResponseUpdate> Updates, ChatResponse Response)> StreamAsync(string source, ScriptedClient model)
    {
        var updates = await new Guarded(source, model).Client.GetStreamingResponseAsync("Hello.").ToListAsync();
        return (updates, updates.ToChatResponse());
    }
}
