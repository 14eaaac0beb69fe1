using System.Text;
using System.Text.Json.Nodes;
using AirsPolicy.Extensions.AI.Tests.Scripted;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.State.Queues;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI.Tests;

/// <summary>What waits in a chat whose application ends and begins again on its store.</summary>
public sealed class RestartedChatTests : IDisposable
{
    private const string Source = """
        policy desk
        system d { owner "o"  stream none }
        queue people { sla 10h  reviewers "staff" }
        control promises { at output  when text contains "promise" then hold for people }
        control debtors  { at output  when debts > 0 then block "Pay first." }
        fact debts: int at output from "crm" within 1s on error block
        tool pay { class reversible  args { amount: int }  always hold for people }
        """;

    private readonly ScriptedStore _store = new();
    private readonly Conformance.Tests.Policies.Clock _clock = new();
    private readonly List<int> _paid = [];
    private int _debts;

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_that_people_approve_goes_on_once_without_the_model(bool isApprovedBefore)
    {
        var chat = Chat("We promise.");
        await chat.AskAsync("Well?");
        if (isApprovedBefore)
            Approving.All(chat.Host, "desk.people", "staff");
        chat = Chat("Anew.");
        if (!isApprovedBefore)
            Approving.All(chat.Host, "desk.people", "staff");
        Assert.Equal(("We promise.", 0), ((await chat.AskAsync("Well?")).Text, chat.Model.Asked.Count));
        Assert.Equal("Anew.", (await chat.AskAsync("Well?")).Text);
        Assert.Equal("Anew.", (await Chat("Anew.").AskAsync("Well?")).Text);
        Assert.Empty(chat.Host.Waiting());
    }

    [Fact]
    public async Task An_answer_goes_on_to_who_remembers_that_it_waits()
    {
        var held = await Chat("We promise.").AskAsync("Well?");
        var chat = Chat("Anew.");
        Approving.All(chat.Host, "desk.people", "staff");
        List<ChatMessage> said = [new(ChatRole.User, "Well?"), .. held.Messages, new(ChatRole.User, "Well?")];
        Assert.Equal("We promise.", (await chat.Client.GetResponseAsync(said)).Text);
    }

    [Fact]
    public async Task An_answer_that_nobody_has_decided_on_waits_on_under_its_number()
    {
        await Chat("We promise.").AskAsync("Well?");
        for (var restart = 0; restart < 3; restart++)
        {
            var chat = Chat("Anew.");
            Assert.Equal("1", (await chat.AskAsync("Well?")).AdditionalProperties![PolicyProperties.Waits]);
            Assert.Equal((0, 1), (chat.Model.Asked.Count, chat.Host.Waiting().Count));
        }
    }

    [Fact]
    public async Task An_answer_that_people_refuse_is_refused_once()
    {
        await Chat("We promise.").AskAsync("Well?");
        var chat = Chat("Anew.");
        Assert.Equal(ReviewAnswer.Refused, chat.Host.Review(1, Word(chat, approves: false)).Answer);
        chat = Chat("Anew.");
        var refused = await chat.AskAsync("Well?");
        Assert.Equal((ChatFinishReason.ContentFilter, 0), (refused.FinishReason, chat.Model.Asked.Count));
        Assert.Equal("Anew.", (await Chat("Anew.").AskAsync("Well?")).Text);
    }

    [Fact]
    public async Task An_answer_that_people_change_goes_on_as_they_have_changed_it()
    {
        await Chat("We promise.").AskAsync("Well?");
        var chat = Chat("Anew.");
        await chat.Host.EditAsync(1, Word(chat, approves: true), Encoding.UTF8.GetBytes("\"We hope.\""));
        Assert.Equal("We hope.", (await Chat("Anew.").AskAsync("Well?")).Text);
    }

    [Fact]
    public async Task An_approved_answer_goes_on_only_where_the_policy_decides_so_now()
    {
        var chat = Chat("We promise.");
        await chat.AskAsync("Well?");
        Approving.All(chat.Host, "desk.people", "staff");
        _debts = 1;
        chat = Chat("Anew.");
        Assert.Equal(("Pay first.", 0), ((await chat.AskAsync("Well?")).Text, chat.Model.Asked.Count));
        _debts = 0;
        Assert.Equal("Anew.", (await Chat("Anew.").AskAsync("Well?")).Text);
    }

    [Fact]
    public async Task Another_policy_has_the_model_asked_anew()
    {
        var chat = Chat("We promise.");
        await chat.AskAsync("Well?");
        Approving.All(chat.Host, "desk.people", "staff");
        chat = Chat(Source + "\ncontrol more { at input  always flag }", "Anew.");
        Assert.Equal("Anew.", (await chat.AskAsync("Well?")).Text);
    }

    [Fact]
    public async Task Nothing_goes_on_that_people_have_not_approved()
    {
        var chat = Chat("We promise.");
        await chat.AskAsync("Well?");
        Approving.All(chat.Host, "desk.people", "staff");
        var (name, item) = Assert.Single(_store.Items, item => item.Key.StartsWith("answer/", StringComparison.Ordinal));
        var json = JsonNode.Parse(item)!.AsObject();
        json["text"] = "We promise more.";
        _store.Items[name] = Encoding.UTF8.GetBytes(json.ToJsonString());
        chat = Chat("Anew.");
        Assert.Equal(ChatFinishReason.ContentFilter, (await chat.AskAsync("Well?")).FinishReason);
        var waiting = Assert.Single(chat.Host.Waiting());
        Assert.Equal("We promise more.", (string?)JsonNode.Parse(waiting.Facts!.Value.Span)!["output"]!["text"]);
    }

    [Fact]
    public async Task An_answer_that_has_lapsed_meanwhile_is_given_up_and_asked_anew()
    {
        await Chat("We promise.").AskAsync("Well?");
        _clock.Advance(TimeSpan.FromHours(1));
        var chat = Chat("We are open.");
        Assert.Equal("We are open.", (await chat.AskAsync("Well?")).Text);
        Assert.Empty(chat.Host.Waiting());
        Assert.Empty(_store.Items);
    }

    [Fact]
    public async Task A_call_that_people_approve_is_executed_once()
    {
        var request = await PayAsync();
        var chat = Chat("Paid.");
        Approving.All(chat.Host, "desk.people", "staff");
        await SayAsync(chat, request, Tools);
        Assert.Equal([5], _paid);
        await SayAsync(Chat("Paid."), request, Tools);
        Assert.Equal([5], _paid);
    }

    [Fact]
    public async Task A_call_whose_tool_is_gone_is_not_executed_and_waits_until_it_is_there_again()
    {
        var request = await PayAsync();
        var chat = Chat("Well.");
        Approving.All(chat.Host, "desk.people", "staff");
        await SayAsync(chat, request, null);
        Assert.Empty(_paid);
        await SayAsync(Chat("Paid."), request, Tools);
        Assert.Equal([5], _paid);
    }

    [Fact]
    public async Task A_call_that_has_lapsed_meanwhile_is_given_up()
    {
        var request = await PayAsync();
        var chat = Chat("Well.");
        Approving.All(chat.Host, "desk.people", "staff");
        _clock.Advance(TimeSpan.FromHours(1));
        await SayAsync(Chat("Well."), request, Tools);
        Assert.Empty(_paid);
        Assert.Empty(_store.Items);
        Assert.Empty(Chat("Well.").Host.Waiting());
    }

    private ChatOptions Tools => new() { Tools = [AIFunctionFactory.Create(Pay, "pay")] };

    private string Pay(int amount)
    {
        _paid.Add(amount);
        return "Paid.";
    }

    // The request for the approval of a call that waits.
    private async Task<ToolApprovalRequestContent> PayAsync()
    {
        var call = ScriptedClient.Says(new FunctionCallContent("c", "pay", new Dictionary<string, object?> { ["amount"] = 5 }));
        var held = await Chat(Source, call, ScriptedClient.Says("It waits.")).AskAsync("Pay.", Tools);
        return held.Messages.SelectMany(message => message.Contents).OfType<ToolApprovalRequestContent>().Single();
    }

    private static Task<ChatResponse> SayAsync(Guarded chat, ToolApprovalRequestContent request, ChatOptions? tools) =>
        chat.Client.GetResponseAsync([new ChatMessage(ChatRole.User, [request.CreateResponse(approved: true)])], tools);

    private Guarded Chat(string answer) => Chat(Source, answer);

    private Guarded Chat(string source, string answer) => Chat(source, ScriptedClient.Says(answer));

    // Each is another application on the same store.
    private Guarded Chat(string source, params ChatResponse[] answers) => new(
        source,
        new ScriptedClient(answers),
        new ChatPolicyOptions
        {
            Clock = _clock,
            Facts = (_, _) => ValueTask.FromResult(new ChatFacts { User = "ann", Session = "s" }),
            Providers = new Dictionary<string, Func<AskedFact, CancellationToken, ValueTask<JsonNode?>>>
            {
                ["crm"] = (_, _) => ValueTask.FromResult<JsonNode?>(_debts),
            },
        },
        new PolicyHostOptions { Clock = _clock, Store = _store });

    private static Review Word(Guarded chat, bool approves) =>
        new(
            "desk.people",
            new Reviewer("rita", ReviewerKind.Person, ["staff"]),
            chat.Host.Waiting().Single().Request.Digest,
            approves);
}
