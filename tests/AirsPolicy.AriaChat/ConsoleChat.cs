using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Text.Json;
using AirsPolicy.Extensions.AI;
using AirsPolicy.Hosting;
using AirsPolicy.Hosting.Reviewing;
using AirsPolicy.Hosting.Storing;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Queues;
using Microsoft.Extensions.AI;
using OpenAI;

namespace AirsPolicy.AriaChat;

/// <summary>
/// A conversation with Aria on a console, under the policy of <c>policies/examples/console</c>. Whoever types also plays the operator:
/// <c>/waiting</c>, <c>/resume</c>, <c>/judge</c>, <c>/later MINUTES</c>, <c>/recover ROLE</c> and <c>/quit</c>.
/// </summary>
public sealed class ConsoleChat : IAsyncDisposable
{
    private const string Remembered = "console/history";

    private readonly IPolicyStore? _store;
    private readonly TextWriter _output;
    private readonly MovedClock _clock = new();
    private readonly CountedJudge _judge;
    private readonly PolicyHost _host;
    private readonly ChatPolicy _policy;
    private readonly IChatClient _client;
    private readonly ReviewDesk _desk;
    private readonly ChatOptions _options;
    private readonly List<ChatMessage> _history = [];
    private List<ToolApprovalRequestContent> _waiting = [];

    /// <summary>Begins a conversation.</summary>
    /// <param name="bundle">The bundle of the policy.</param>
    /// <param name="endpoint">Where the model of Aria and that of the judge are asked; the key is in <c>OPENAI_API_KEY</c>.</param>
    /// <param name="pipe">Where reviewers find the desk: <c>airs review PIPE</c>.</param>
    /// <param name="output">Where everything is written.</param>
    /// <param name="store">What outlives the conversation; null for nothing.</param>
    /// <exception cref="InvalidOperationException">The bundle is refused.</exception>
    public ConsoleChat(byte[] bundle, Uri endpoint, string pipe, TextWriter output, ConsoleStore? store = null)
    {
        _store = store?.Store;
        _output = TextWriter.Synchronized(output);
        var models = new OpenAIClient(
            new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENAI_API_KEY") ?? "none"),
            new OpenAIClientOptions { Endpoint = endpoint, RetryPolicy = new ClientRetryPolicy(0) });
        var judge = models.GetChatClient("judge-small").AsIChatClient();
        _judge = new CountedJudge(new ChatJudge(judge, new ChatJudgeOptions { Attempts = 1 }));
        _host = new PolicyHost(new PolicyHostOptions
        {
            // An example. In production give the host keys.
            AllowUnsigned = true,
            Clock = _clock,
            Judges = new Dictionary<string, IJudge> { ["judge-small"] = _judge },
            Store = _store,
            Evidence = store?.Evidence,
        });
        if (_host.Load(bundle) is { Activated: false } refused)
            throw new InvalidOperationException(refused.Reason);
        Recall();
        var session = _store is null ? Guid.NewGuid().ToString("N") : "console";
        var facts = new ChatFacts { User = Environment.UserName, Session = session };
        _policy = new ChatPolicy(_host, new ChatPolicyOptions
        {
            Clock = _clock,
            Facts = (_, _) => ValueTask.FromResult(facts),
            Notifications = new Dictionary<string, Func<Decision, CancellationToken, ValueTask>>
            {
                ["service-owner"] = (decision, _) => SayAsync($"[service-owner is told: {Controls(decision)}]"),
            },
        });
        _client = models.GetChatClient("aria").AsIChatClient().AsBuilder().UseAirsPolicy(_policy).Build();
        _options = new ChatOptions
        {
            Tools = [AIFunctionFactory.Create(OrderCard, "order_card", "Orders a card in the place of another.")],
        };
        _desk = ReviewDesk.Open(_host, new ReviewDeskOptions
        {
            Pipe = pipe,
            Reviewers = user => new Reviewer($"{user}@desk", ReviewerKind.Person, ["card-desk"]),
            Counted = (_, said) => _output.WriteLine($"[reviewed: {said.Answer}]"),
        });
    }

    /// <summary>Reads questions and commands until there are no more.</summary>
    public async Task RunAsync(TextReader input)
    {
        while (await input.ReadLineAsync() is { } line && line != "/quit")
        {
            await _output.WriteLineAsync($"> {line}");
            await TakeAsync(line);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _policy.DrainAsync();
        await _desk.DisposeAsync();
        _client.Dispose();
    }

    private Task TakeAsync(string line) => line.Split(' ') switch
    {
        ["/waiting"] => WaitingAsync(),
        ["/resume"] => AskAsync(
            new ChatMessage(ChatRole.User, [.. _waiting.Select(request => request.CreateResponse(approved: true))])),
        ["/judge"] => JudgedAsync(),
        ["/later", var minutes] when int.TryParse(minutes, CultureInfo.InvariantCulture, out var by) => LaterAsync(by),
        ["/recover", var role] => RecoverAsync(role),
        [['/', ..], ..] => SayAsync("Commands: /waiting /resume /judge /later MINUTES /recover ROLE /quit").AsTask(),
        _ => AskAsync(new ChatMessage(ChatRole.User, line)),
    };

    private async Task AskAsync(ChatMessage message)
    {
        _history.Add(message);
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in _client.GetStreamingResponseAsync(_history, _options))
        {
            await _output.WriteAsync(update.Text);
            updates.Add(update);
        }
        await _output.WriteLineAsync();
        _history.AddMessages(updates);
        var last = updates.LastOrDefault(update => update.AdditionalProperties is not null)?.AdditionalProperties;
        if (last is not null && last.TryGetValue(PolicyProperties.Rules, out var rules))
            await SayAsync($"[{last[PolicyProperties.Outcome]}: {rules}]");
        _waiting = [.. updates.SelectMany(update => update.Contents).OfType<ToolApprovalRequestContent>()];
        Remember();
        if (_waiting.Count > 0)
            await SayAsync("[waits for the card desk: 'airs review' decides, then /resume]");
    }

    // What was said is the application's to keep; the store does it here, by name.
    private void Remember()
    {
        if (_store is null)
            return;
        var history = JsonSerializer.SerializeToUtf8Bytes(_history, AIJsonUtilities.DefaultOptions);
        _store.Wait(_store.Put(Remembered, history), _host.StoreTimeout);
    }

    private void Recall()
    {
        if (_store?.Named(Remembered) is not [var history])
            return;
        _history.AddRange(JsonSerializer.Deserialize<List<ChatMessage>>(history.Value, AIJsonUtilities.DefaultOptions)!);
        _waiting = [.. _history.TakeLast(2).SelectMany(message => message.Contents).OfType<ToolApprovalRequestContent>()];
    }

    private async Task WaitingAsync()
    {
        foreach (var waiting in _host.Waiting())
            await SayAsync($"[{waiting.Number}: {waiting.Request.Tool}, digest {waiting.Request.Digest}]");
    }

    // The judge is asked beside the conversation: what became of it is a reading, from which the plan decides what is worse.
    private async Task JudgedAsync()
    {
        await _policy.ReviewedAsync();
        var (asked, failed) = _judge.Take();
        var errors = asked == 0 ? 0 : Math.Round((decimal)failed / asked, 2);
        _host.Decide("signal", Facts(new { judge = new { conduct = new { errors } } }));
        await SayAsync($"[the judge was asked {asked} times and failed {failed} times]");
    }

    private async Task LaterAsync(int minutes)
    {
        _clock.Move(TimeSpan.FromMinutes(minutes));
        await SayAsync($"[{minutes} minutes later]");
    }

    private async Task RecoverAsync(string role)
    {
        var facts = Facts(new
        {
            recovery = new { action = "recover", id = "judge" },
            approver = new { kind = "person", id = Environment.UserName, roles = new[] { role } },
            judge = new { conduct = new { errors = 0 } },
        });
        var decision = _host.Decide("recovery", facts);
        await SayAsync($"[recovery: {decision.Outcome}]");
    }

    private string OrderCard(string address, bool express)
    {
        _output.WriteLine($"[a card is sent to {address}{(express ? ", express" : "")}]");
        return "ordered";
    }

    private static byte[] Facts(object facts) => JsonSerializer.SerializeToUtf8Bytes(facts);

    private static string Controls(Decision decision) =>
        string.Join(", ", decision.Fired.Select(rule => rule.Origin.Control).Distinct());

    private async ValueTask SayAsync(string line) => await _output.WriteLineAsync(line);
}
