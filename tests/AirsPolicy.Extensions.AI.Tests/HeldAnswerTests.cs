using System.Text;
using System.Text.Json.Nodes;
using AirsPolicy.Extensions.AI.Memory;
using AirsPolicy.Extensions.AI.Tests.Scripted;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Queues;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI.Tests;

/// <summary>Answers that wait for people.</summary>
public sealed class HeldAnswerTests
{
    private const string Source = """
        policy desk
        system d { owner "o"  stream none }
        queue people { sla 1h  reviewers "staff" }
        control promises { at output  when text contains "promise" then hold for people }
        control cards    { at output  always redact pii.card }
        fact debts: int at output from "crm" within 30s on error block
        tool look { class read_only  args { name: text } }
        """;

    private readonly Conformance.Tests.Policies.Clock _clock = new();
    private string? _session = "s";
    private string _user = "ann";
    private Action _looksUp = () => { };

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task An_answer_goes_on_once_people_agree_and_the_model_is_not_asked_for_it_again(bool streams, bool remembers)
    {
        var chat = Chat("We promise it to 4111 1111 1111 1111.", "Anew.");
        var held = await AskAsync(chat, streams);
        Assert.Equal(("This waits for a person to look at it.", "1"), Said(held));
        Approving.All(chat.Host, "desk.people", "staff");
        List<ChatMessage> before = remembers ? [new(ChatRole.User, "Well?"), .. held.Messages] : [];
        var answer = await AskAsync(chat, streams, before);
        Assert.Equal(("We promise it to [pii.card-1].", ChatFinishReason.Stop), (answer.Text, answer.FinishReason));
        Assert.Equal("amend", Properties(answer)![PolicyProperties.Outcome]);
        Assert.Single(chat.Model.Asked);
        Assert.Empty(chat.Host.Waiting());
        Assert.Equal("Anew.", (await AskAsync(chat, streams, [new(ChatRole.User, "Well?"), .. answer.Messages])).Text);
        Assert.Equal("We promise it to [pii.card-1].", chat.Model.Asked[^1][1].Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Until_they_agree_it_waits_on_under_its_number_and_nobody_asks_the_model(bool streams)
    {
        var chat = Chat("We promise.");
        await AskAsync(chat, streams);
        Assert.Equal(("This waits for a person to look at it.", "1"), Said(await AskAsync(chat, streams)));
        Assert.Single(chat.Model.Asked);
        Assert.Single(chat.Host.Waiting());
    }

    [Fact]
    public async Task What_people_refuse_is_refused_once_and_asked_anew_after_that()
    {
        var chat = Chat("We promise.", "We are open.");
        await AskAsync(chat);
        Assert.Equal(ReviewAnswer.Refused, chat.Host.Review(1, Word(chat, approves: false)).Answer);
        var refused = await AskAsync(chat);
        Assert.Equal(
            ("This is not available here.", ChatFinishReason.ContentFilter, 1),
            (refused.Text, refused.FinishReason, chat.Model.Asked.Count));
        Assert.Equal("We are open.", (await AskAsync(chat)).Text);
    }

    [Fact]
    public async Task What_people_change_goes_on_as_they_have_changed_it()
    {
        var chat = Chat("We promise.");
        await AskAsync(chat);
        var edited = await chat.Host.EditAsync(1, Word(chat, approves: true), Encoding.UTF8.GetBytes("\"We hope.\""));
        Assert.Equal(ReviewAnswer.Complete, edited.Answer);
        Assert.Equal("We hope.", (await AskAsync(chat)).Text);
        Assert.Single(chat.Model.Asked);
    }

    [Theory]
    [InlineData("bob", "s")]
    [InlineData("ann", "t")]
    [InlineData("ann", null)]
    public async Task Nobody_else_gets_it_and_whose_it_is_does(string user, string? session)
    {
        var chat = Chat("We promise.", "We are open.");
        await AskAsync(chat);
        Approving.All(chat.Host, "desk.people", "staff");
        (_user, _session) = (user, session);
        Assert.Equal("We are open.", (await AskAsync(chat)).Text);
        (_user, _session) = ("ann", "s");
        Assert.Equal("We promise.", (await AskAsync(chat)).Text);
    }

    [Fact]
    public async Task What_has_waited_too_long_is_given_up_and_asked_anew()
    {
        var chat = Chat("We promise.", "We are open.");
        await AskAsync(chat);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("We are open.", (await AskAsync(chat)).Text);
        Assert.Empty(chat.Host.Waiting());
    }

    [Fact]
    public async Task A_caller_who_gives_up_takes_nothing_away()
    {
        var chat = Chat("We promise.");
        await AskAsync(chat);
        Approving.All(chat.Host, "desk.people", "staff");
        using var gone = new CancellationTokenSource();
        _looksUp = gone.Cancel;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(chat, cancellation: gone.Token));
        Assert.Equal("We promise.", (await AskAsync(chat)).Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_part_of_a_turn_is_not_delivered_as_the_whole_of_it(bool streams)
    {
        var two = new ChatResponse(
        [
            new ChatMessage(ChatRole.Assistant, "We promise.") { MessageId = "a" },
            new ChatMessage(ChatRole.Assistant, "And more.") { MessageId = "b" },
        ]);
        var call = ScriptedClient.Says(
            new TextContent("We promise."),
            new FunctionCallContent("c", "look", new Dictionary<string, object?> { ["name"] = "x" }));
        foreach (var answer in new[] { two, call })
        {
            var chat = Chat(answer, ScriptedClient.Says("We are open."));
            var tools = new ChatOptions { Tools = [AIFunctionFactory.Create((string name) => name, "look")] };
            await AskAsync(chat, streams, options: tools);
            Approving.All(chat.Host, "desk.people", "staff");
            Assert.Equal("We are open.", (await AskAsync(chat, streams, options: tools)).Text);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Another_document_or_another_answer_before_it_makes_it_another_question(bool answered)
    {
        List<ChatMessage> Before(string text) =>
            answered ? [new(ChatRole.User, "Go on."), new(ChatRole.Assistant, text)] : [new(ChatRole.User, text)];
        var chat = Chat("We promise.", "We are open.");
        var held = await AskAsync(chat, before: Before("Of dogs."));
        Approving.All(chat.Host, "desk.people", "staff");
        Assert.Equal("We are open.", (await AskAsync(chat, before: Before("Of cats."))).Text);
        Assert.Equal("We are open.", (await AskAsync(chat)).Text);
        List<ChatMessage> again = [.. Before("Of dogs."), new(ChatRole.User, "Well?"), .. held.Messages];
        Assert.Equal("We promise.", (await AskAsync(chat, before: answered ? again : [.. again, .. Before("Of dogs.")])).Text);
    }

    [Fact]
    public async Task A_question_with_the_result_of_a_call_is_asked_anew()
    {
        var chat = Chat(
            ScriptedClient.Says("We promise."),
            ScriptedClient.Says(new FunctionCallContent("c", "look", new Dictionary<string, object?> { ["name"] = "x" })),
            ScriptedClient.Says("We are open."));
        var tools = new ChatOptions
        {
            Tools = [new ApprovalRequiredAIFunction(AIFunctionFactory.Create((string name) => name, "look"))],
        };
        List<ChatMessage> said = [];
        await AskAsync(chat, options: tools);
        Approving.All(chat.Host, "desk.people", "staff");
        said.Add(new(ChatRole.User, "Look."));
        var asks = await chat.Client.GetResponseAsync(said, tools);
        said.AddRange(asks.Messages);
        var request = asks.Messages.SelectMany(message => message.Contents).OfType<ToolApprovalRequestContent>().Single();
        said.Add(new(ChatRole.User, [request.CreateResponse(true)]));
        Assert.EndsWith("We are open.", (await AskAsync(chat, before: said, options: tools)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_turn_after_calls_is_delivered_to_who_remembers_them(bool streams)
    {
        var chat = Chat(
            ScriptedClient.Says(new FunctionCallContent("c", "look", new Dictionary<string, object?> { ["name"] = "x" })),
            ScriptedClient.Says("We promise."));
        var tools = new ChatOptions { Tools = [AIFunctionFactory.Create((string name) => name, "look")] };
        var held = await AskAsync(chat, streams, options: tools);
        Approving.All(chat.Host, "desk.people", "staff");
        Assert.Equal("We promise.", (await AskAsync(chat, streams, [new(ChatRole.User, "Well?"), .. held.Messages], tools)).Text);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task What_people_make_of_the_reasoning_is_not_the_answer(bool streams, bool edits)
    {
        var chat = Chat(
            ScriptedClient.Says(new TextReasoningContent("They want a promise."), new TextContent("We are closed.")),
            ScriptedClient.Says("We are open."));
        Assert.Equal("1", Said(await AskAsync(chat, streams)).Waits);
        if (edits)
            await chat.Host.EditAsync(1, Word(chat, approves: true), Encoding.UTF8.GetBytes("\"They want a promise, oh well.\""));
        else
            Approving.All(chat.Host, "desk.people", "staff");
        Assert.Equal("We are open.", (await AskAsync(chat, streams)).Text);
    }

    [Fact]
    public async Task Of_two_requests_at_once_the_later_answer_waits_for_nobody()
    {
        var chat = Chat("We promise.", "We promise more.");
        await AskAsync(chat);
        var other = Task.CompletedTask;
        _looksUp = () =>
        {
            _looksUp = () => { };
            other = AskAsync(chat);
            other.GetAwaiter().GetResult();
        };
        Assert.Equal("1", Said(await AskAsync(chat)).Waits);
        await other;
        Assert.Equal(2, chat.Model.Asked.Count);
        Assert.Single(chat.Host.Waiting());
        Approving.All(chat.Host, "desk.people", "staff");
        Assert.Equal("We promise.", (await AskAsync(chat)).Text);
    }

    [Fact]
    public async Task What_was_decided_again_for_a_caller_who_gives_up_is_asked_anew()
    {
        using var gone = new CancellationTokenSource();
        var duties = new Dictionary<string, Func<Decision, CancellationToken, ValueTask<bool>>>
        {
            ["log"] = async (_, cancellation) =>
            {
                await gone.CancelAsync();
                cancellation.ThrowIfCancellationRequested();
                return true;
            },
        };
        var chat = new Guarded(
            Source + "\ncontrol logged { at output  when text contains \"promise\" then flag, require \"log\" }",
            ScriptedClient.Saying("We promise.", "We are open."),
            Options() with { Duties = duties },
            new PolicyHostOptions { Clock = _clock });
        await AskAsync(chat);
        Approving.All(chat.Host, "desk.people", "staff");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(chat, cancellation: gone.Token));
        Assert.Equal("We are open.", (await AskAsync(chat)).Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_that_waited_goes_on_in_its_conversation(bool streams)
    {
        _session = null;
        var (chat, options) = (Chat("We promise."), new ChatOptions { ConversationId = "c" });
        await AskAsync(chat, streams, options: options);
        var waiting = await AskAsync(chat, streams, options: options);
        Approving.All(chat.Host, "desk.people", "staff");
        var answer = await AskAsync(chat, streams, options: options);
        Assert.Equal(("We promise.", "c", "c"), (answer.Text, waiting.ConversationId, answer.ConversationId));
    }

    [Fact]
    public void No_more_is_kept_than_there_is_room_for()
    {
        var (answers, now) = (new HeldAnswers(new KeptItems(new PolicyHost(), "answer"), 10), _clock.GetUtcNow());
        HeldAnswer Of(string text, long waits, int minutes) => new(text, null, waits, now.AddMinutes(minutes));
        Assert.Empty(answers.Add(1, Of("12345", 1, 1), now));
        Assert.Empty(answers.Add(2, Of("12345", 2, 9), now));
        Assert.Equal([3], answers.Add(3, Of("1", 3, 9), now).Select(lost => lost.Waits));
        Assert.Equal([4], answers.Add(1, Of("12345", 4, 1), now).Select(lost => lost.Waits));
        Assert.Equal([1], answers.Add(3, Of("1", 5, 9), now.AddMinutes(1)).Select(lost => lost.Waits));
        Assert.Equal((null, 2L, 5L), (answers.Take(1), answers.Take(2)!.Waits, answers.Take(3)!.Waits));
        Assert.Empty(answers.Add(2, Of("1234567890", 6, 9), now));
    }

    private ValueTask<JsonNode?> DebtsAsync(AskedFact asked, CancellationToken cancellation)
    {
        _looksUp();
        return ValueTask.FromResult<JsonNode?>(0);
    }

    private Guarded Chat(params string[] answers) => Chat([.. answers.Select(ScriptedClient.Says)]);

    private Guarded Chat(params ChatResponse[] answers) =>
        new(
            Source,
            new ScriptedClient(answers) { Cuts = [3] },
            Options(),
            new PolicyHostOptions { Clock = _clock });

    private ChatPolicyOptions Options() =>
        new()
        {
            Clock = _clock,
            Facts = (_, _) => ValueTask.FromResult(new ChatFacts { User = _user, Session = _session }),
            Providers = new Dictionary<string, Func<AskedFact, CancellationToken, ValueTask<JsonNode?>>> { ["crm"] = DebtsAsync },
        };

    private static async Task<ChatResponse> AskAsync(
        Guarded chat,
        bool streams = false,
        List<ChatMessage>? before = null,
        ChatOptions? options = null,
        CancellationToken cancellation = default)
    {
        List<ChatMessage> messages = [.. before ?? [], new(ChatRole.User, "Well?")];
        return streams
            ? await chat.Client.GetStreamingResponseAsync(messages, options, cancellation).ToChatResponseAsync(cancellation)
            : await chat.Client.GetResponseAsync(messages, options, cancellation);
    }

    private static (string Text, object? Waits) Said(ChatResponse response) =>
        (response.Text, Properties(response)?.GetValueOrDefault(PolicyProperties.Waits));

    // In a stream they are those of the message.
    private static AdditionalPropertiesDictionary? Properties(ChatResponse response) =>
        response.AdditionalProperties ?? response.Messages[^1].AdditionalProperties;

    private static Review Word(Guarded chat, bool approves) =>
        new(
            "desk.people",
            new Reviewer("rita", ReviewerKind.Person, ["staff"]),
            chat.Host.Waiting().Single().Request.Digest,
            approves);
}
