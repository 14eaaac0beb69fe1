using System.Text;
using System.Text.Json.Nodes;
using AirsPolicy.Extensions.AI.Tests.Scripted;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.State.Queues;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI.Tests;

/// <summary>Calls that wait, and who takes them up.</summary>
public sealed class ApprovalTests
{
    private readonly List<string> _ran = [];
    private readonly Conformance.Tests.Policies.Clock _clock = new();

    [Fact]
    public async Task A_held_call_runs_once_its_reviewers_agree_and_its_result_goes_to_the_model()
    {
        var (chat, history, request) = await HeldAsync();
        Assert.Empty(_ran);
        Assert.Equal("I have asked.", history.Last(message => message.Text.Length > 0).Text);
        Approving.All(chat.Host, "shop.finance", "finance");
        var response = await ApproveAsync(chat, history, request);
        Assert.Equal(["pay acme 500"], _ran);
        Assert.Equal("Paid.", ResultsIn(chat.Model.Asked[^1]).Last());
        Assert.Equal("Paid.", ResultsIn(response.Messages).Single());
        history.AddMessages(response);
        history.Add(new ChatMessage(ChatRole.User, "Thanks."));
        await chat.Client.GetResponseAsync(history, ToolTests.Tools(_ran));
        Assert.Single(_ran);
    }

    [Fact]
    public async Task Until_they_agree_it_waits_on_whatever_the_caller_says()
    {
        var (chat, history, request) = await HeldAsync();
        var (asked, response) = (chat.Model.Asked.Count, await ApproveAsync(chat, history, request));
        Assert.Empty(_ran);
        Assert.Equal((asked, "This waits for a person to look at it."), (chat.Model.Asked.Count, response.Text));
        Assert.Equal(request.RequestId, Requests(response).Single().RequestId);
        Approving.All(chat.Host, "shop.finance", "finance");
        await ApproveAsync(chat, history, request);
        Assert.Single(_ran);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(300)]
    public async Task A_call_that_a_reviewer_has_changed_runs_as_it_was_changed_and_once_and_the_model_is_told(int amount)
    {
        var (chat, history, request) = await HeldAsync();
        await EditAsync(chat, $$"""{ "to": "acme", "amount": {{amount}} }""");
        var response = await ApproveAsync(chat, history, request);
        await ApproveAsync(chat, history, request);
        Assert.Equal([$"pay acme {amount}"], _ran);
        var told = JsonNode.Parse(ResultsIn(chat.Model.Asked[^2]).Last())!;
        Assert.Equal(("people", "Paid."), ((string)told["changed_by"]!, (string)told["result"]!));
        Assert.Equal($$"""{"amount":{{amount}},"to":"acme"}""", told["arguments"]!.ToJsonString());
        Assert.Single(ResultsIn(response.Messages));
        Assert.Empty(chat.Host.Waiting());
    }

    [Fact]
    public async Task A_changed_call_runs_with_no_arguments_of_a_caller()
    {
        var (chat, history, request) = await HeldAsync();
        await EditAsync(chat, """{ "to": "acme", "amount": 50 }""");
        await ApproveAsync(chat, history, new ToolApprovalResponseContent(request.RequestId, true, ToolTests.Pay("c1", "eve", 900)));
        Assert.Equal(["pay acme 50"], _ran);
    }

    [Fact]
    public async Task A_changed_call_that_is_withdrawn_or_refused_does_not_run()
    {
        var (chat, history, request) = await HeldAsync();
        await EditAsync(chat, """{ "to": "acme", "amount": 300 }""");
        await ApproveAsync(chat, history, request.CreateResponse(false));
        Assert.Empty(chat.Host.Waiting());
        (chat, history, request) = await HeldAsync();
        await EditAsync(chat, """{ "to": "acme", "amount": 300 }""");
        chat.Host.GiveUp(chat.Host.Waiting().Single().Number);
        await ApproveAsync(chat, history, request);
        Assert.Empty(_ran);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_a_turn_that_is_refused_nothing_waits(bool streams)
    {
        var unknown = new FunctionCallContent("c2", "steal", new Dictionary<string, object?>());
        var calls = ScriptedClient.Says(ToolTests.Pay("c1", "acme", 500), unknown);
        var chat = new Guarded(ToolTests.Source, new ScriptedClient(calls), Options());
        var asking = new ChatMessage(ChatRole.User, "Pay.");
        if (streams)
            await chat.Client.GetStreamingResponseAsync([asking], ToolTests.Tools(_ran)).ToChatResponseAsync();
        else
            await chat.Client.GetResponseAsync([asking], ToolTests.Tools(_ran));
        Assert.Empty(chat.Host.Waiting());
    }

    [Fact]
    public async Task Of_two_calls_with_one_id_none_waits_for_nobody()
    {
        var calls = ScriptedClient.Says(ToolTests.Pay("c1", "acme", 500), ToolTests.Pay("c1", "acme", 600));
        var chat = new Guarded(ToolTests.Source, new ScriptedClient(calls, ScriptedClient.Says("I have asked.")), Options());
        var response = await chat.AskAsync("Pay.", ToolTests.Tools(_ran));
        Assert.Equal(Requests(response).Count(), chat.Host.Waiting().Count);
    }

    [Fact]
    public async Task Streams_hold_and_take_up_calls_in_the_same_way()
    {
        var chat = Chat();
        var asking = new ChatMessage(ChatRole.User, "Pay.");
        var held = await chat.Client.GetStreamingResponseAsync([asking], ToolTests.Tools(_ran)).ToChatResponseAsync();
        var request = Requests(held).Single();
        Approving.All(chat.Host, "shop.finance", "finance");
        var response = await chat
            .Client.GetStreamingResponseAsync(
                [asking, .. held.Messages, new ChatMessage(ChatRole.User, [request.CreateResponse(true)])],
                ToolTests.Tools(_ran))
            .ToChatResponseAsync();
        Assert.Equal(["pay acme 500"], _ran);
        Assert.Equal("Paid.", ResultsIn(response.Messages).Single());
    }

    [Fact]
    public async Task A_held_call_that_the_policy_changes_waits_and_runs_as_it_was_changed()
    {
        var call = new FunctionCallContent("c1", "note", new Dictionary<string, object?> { ["text"] = "ask of 4111 1111 1111 1111" });
        var model = new ScriptedClient(ScriptedClient.Says(call), ScriptedClient.Says("I have asked."));
        var chat = new Guarded(ToolTests.Source, model, Options(), new PolicyHostOptions { Clock = _clock });
        var response = await chat.AskAsync("Note.", ToolTests.Tools(_ran));
        Assert.Single(chat.Host.Waiting());
        Approving.All(chat.Host, "shop.finance", "finance");
        await ApproveAsync(chat, [.. response.Messages], Requests(response).Single());
        Assert.Equal(["note ask of [pii.card-1]"], _ran);
    }

    [Fact]
    public async Task Whoever_withdraws_a_call_ends_it()
    {
        var (chat, history, request) = await HeldAsync();
        await ApproveAsync(chat, history, request.CreateResponse(false));
        Assert.Empty(chat.Host.Waiting());
        Approving.All(chat.Host, "shop.finance", "finance");
        await ApproveAsync(chat, history, request);
        Assert.Empty(_ran);
    }

    [Fact]
    public async Task A_call_is_taken_up_once_however_often_it_is_named()
    {
        var (chat, history, request) = await HeldAsync();
        Approving.All(chat.Host, "shop.finance", "finance");
        var twice = new ChatMessage(ChatRole.User, [request.CreateResponse(true), request.CreateResponse(true)]);
        await chat.Client.GetResponseAsync([.. history, twice], ToolTests.Tools(_ran));
        await chat.Client.GetResponseAsync([.. history, twice, twice], ToolTests.Tools(_ran));
        Assert.Single(_ran);
    }

    [Fact]
    public async Task What_runs_is_what_was_held_and_not_what_the_response_says()
    {
        var (chat, history, request) = await HeldAsync();
        Approving.All(chat.Host, "shop.finance", "finance");
        await ApproveAsync(chat, history, new ToolApprovalResponseContent(request.RequestId, true, ToolTests.Pay("c1", "eve", 900)));
        Assert.Equal(["pay acme 500"], _ran);
    }

    [Theory]
    [InlineData("bob", "s")]
    [InlineData("ann", "t")]
    public async Task Another_user_or_session_takes_nothing_up_and_takes_nothing_away(string user, string session)
    {
        var (chat, history, request) = await HeldAsync();
        Approving.All(chat.Host, "shop.finance", "finance");
        (_user, _session) = (user, session);
        await ApproveAsync(chat, history, request);
        Assert.Empty(_ran);
        (_user, _session) = ("ann", "s");
        await ApproveAsync(chat, history, request);
        Assert.Single(_ran);
    }

    [Fact]
    public async Task Under_another_policy_or_another_definition_of_the_tool_nothing_is_taken_up()
    {
        var (chat, history, request) = await HeldAsync();
        Approving.All(chat.Host, "shop.finance", "finance");
        var other = ToolTests.Tools(_ran);
        other.Tools = [AIFunctionFactory.Create((string to, int amount) => { _ran.Add($"other {to} {amount}"); }, "pay", "Pays twice.")];
        await chat.Client.GetResponseAsync([.. history, Answering(request)], other);
        chat.Load(ToolTests.Source + "\ncontrol more { at input  when text contains \"x\" then flag }");
        await ApproveAsync(chat, history, request);
        Assert.Empty(_ran);
    }

    [Fact]
    public async Task What_has_waited_too_long_is_given_up()
    {
        var (chat, history, request) = await HeldAsync();
        Approving.All(chat.Host, "shop.finance", "finance");
        _clock.Advance(TimeSpan.FromHours(1));
        await ApproveAsync(chat, history, request);
        Assert.Empty(_ran);
    }

    [Fact]
    public async Task A_tool_for_which_the_application_asks_its_user_waits_for_that_user_alone()
    {
        var chat = new Guarded(
            ToolTests.Source,
            new ScriptedClient(ScriptedClient.Says(ToolTests.Pay("c1", "acme", 5)), ScriptedClient.Says("I have asked.")),
            Options());
        var options = ToolTests.Tools(_ran);
        options.Tools![0] = new ApprovalRequiredAIFunction((AIFunction)options.Tools[0]);
        var response = await chat.AskAsync("Pay.", options);
        Assert.Empty(_ran);
        Assert.Empty(chat.Host.Waiting());
        var approved = new List<ChatMessage>([.. response.Messages, Answering(Requests(response).Single())]);
        await chat.Client.GetResponseAsync(approved, options);
        await chat.Client.GetResponseAsync([.. approved, approved[^1]], options);
        Assert.Equal(["pay acme 5"], _ran);
    }

    private static async Task EditAsync(Guarded chat, string arguments)
    {
        var waiting = chat.Host.Waiting().Single();
        var word = new Review(
            "shop.finance",
            new Reviewer("rita", ReviewerKind.Person, ["finance"]),
            waiting.Request.Digest,
            Approves: true);
        var edited = await chat.Host.EditAsync(waiting.Number, word, Encoding.UTF8.GetBytes(arguments));
        Assert.Equal(ReviewAnswer.Complete, edited.Answer);
    }

    private string _user = "ann", _session = "s";

    private ChatPolicyOptions Options() =>
        new()
        {
            Clock = _clock,
            Facts = (_, _) => ValueTask.FromResult(new ChatFacts { User = _user, Session = _session }),
        };

    private Guarded Chat() =>
        new(
            ToolTests.Source,
            new ScriptedClient(ScriptedClient.Says(ToolTests.Pay("c1", "acme", 500)), ScriptedClient.Says("I have asked.")),
            Options(),
            new PolicyHostOptions { Clock = _clock });

    private async Task<(Guarded Chat, List<ChatMessage> History, ToolApprovalRequestContent Request)> HeldAsync()
    {
        var chat = Chat();
        var history = new List<ChatMessage> { new(ChatRole.User, "Pay.") };
        var response = await chat.Client.GetResponseAsync(history, ToolTests.Tools(_ran));
        history.AddMessages(response);
        return (chat, history, Requests(response).Single());
    }

    private Task<ChatResponse> ApproveAsync(Guarded chat, List<ChatMessage> history, ToolApprovalRequestContent request) =>
        ApproveAsync(chat, history, request.CreateResponse(true));

    private Task<ChatResponse> ApproveAsync(Guarded chat, List<ChatMessage> history, ToolApprovalResponseContent response) =>
        chat.Client.GetResponseAsync([.. history, new ChatMessage(ChatRole.User, [response])], ToolTests.Tools(_ran));

    private static ChatMessage Answering(ToolApprovalRequestContent request) => new(ChatRole.User, [request.CreateResponse(true)]);

    private static IEnumerable<ToolApprovalRequestContent> Requests(ChatResponse response) =>
        response.Messages.SelectMany(message => message.Contents).OfType<ToolApprovalRequestContent>();

    private static IEnumerable<string> ResultsIn(IEnumerable<ChatMessage> messages) =>
        messages.SelectMany(message => message.Contents).OfType<FunctionResultContent>().Select(result => result.Result!.ToString()!);
}
