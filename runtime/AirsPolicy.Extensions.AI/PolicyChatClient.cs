using System.Runtime.CompilerServices;
using AirsPolicy.Extensions.AI.Contents;
using AirsPolicy.Extensions.AI.Memory;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI;

/// <summary>
/// A chat client that a policy stands in front of. It invokes functions itself, so that nothing is executed that was not decided on.
/// </summary>
internal sealed class PolicyChatClient : DelegatingChatClient
{
    private readonly ChatPolicy _policy;

    /// <exception cref="InvalidOperationException">What stands behind the policy invokes functions.</exception>
    public PolicyChatClient(IChatClient inner, ChatPolicy policy)
        : base(inner)
    {
        if (inner.GetService<FunctionInvokingChatClient>() is not null)
            throw new InvalidOperationException(
                "UseFunctionInvocation stands behind UseAirsPolicy, where it would execute calls that the policy has not seen: "
                    + "leave it out, since UseAirsPolicy invokes functions itself.");
        _policy = policy;
    }

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var turn = await BeginAsync([.. messages], options, cancellationToken).ConfigureAwait(false);
        var response =
            turn.Ends ?? await turn.Client!.GetResponseAsync(turn.Messages, turn.Options, cancellationToken).ConfigureAwait(false);
        for (var at = 0; at < turn.Resumed.Count; at++)
            response.Messages.Insert(at, turn.Resumed[at]);
        if (turn.Exchange.Halted is { } halted)
        {
            var told = Refusals.Response(turn.Exchange, halted);
            response.Messages.Add(told.Messages[0]);
            (response.FinishReason, response.AdditionalProperties) = (told.FinishReason, told.AdditionalProperties);
        }
        if (turn.Exchange.Requests.Count > 0)
            response.Messages.Add(new ChatMessage(ChatRole.Assistant, [.. turn.Exchange.Requests]));
        // Applications may keep the text alone.
        if (response.Messages.Count > 1 && response.Text is { Length: > 0 } text)
            _policy.Pieces.Add(turn.Exchange.Scope, Piece.OfText(text), DecidedPiece.Passed);
        turn.Exchange.End();
        return response;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var turn = await BeginAsync([.. messages], options, cancellationToken).ConfigureAwait(false);
        foreach (var message in turn.Resumed)
            yield return new ChatResponseUpdate(message.Role, message.Contents) { MessageId = $"airs-{message.Role}-{turn.Exchange.Id}" };
        if (turn.Ends is { } response)
        {
            foreach (var update in response.ToChatResponseUpdates())
                yield return update;
        }
        else
        {
            await foreach (var update in turn
                .Client!.GetStreamingResponseAsync(turn.Messages, turn.Options, cancellationToken)
                .ConfigureAwait(false))
                yield return update;
        }
        if (turn.Exchange.Halted is { } halted)
            yield return Refusals.Update(turn.Exchange, halted, retracted: false);
        if (turn.Exchange.Requests.Count > 0)
            yield return new ChatResponseUpdate(ChatRole.Assistant, [.. turn.Exchange.Requests]) { MessageId = $"airs-{turn.Exchange.Id}" };
        turn.Exchange.End();
    }

    public override object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType == typeof(ChatPolicy) ? _policy : base.GetService(serviceType, serviceKey);
    }

    private async ValueTask<Turn> BeginAsync(List<ChatMessage> messages, ChatOptions? options, CancellationToken cancellation)
    {
        var facts = await _policy.FactsAsync(messages, options, cancellation).ConfigureAwait(false);
        var session = facts.Session ?? options?.ConversationId;
        var (age, idle) = session is null ? default : _policy.Sessions.Touch(session, _policy.Options.Clock.GetUtcNow());
        var exchange = new Exchange(
            _policy,
            new RequestFacts(facts, session, age, idle, messages.Count(message => message.Role == ChatRole.User)));
        var calls = new ToolCalls(exchange, ToolGrants.Of(_policy, options?.Tools));
        var taken = await Approvals.TakeAsync(messages, calls, cancellation).ConfigureAwait(false);
        var admission = new Admission(exchange);
        if (await admission.TakeAsync(taken.Messages, cancellation).ConfigureAwait(false) is { } refusal)
            return Ends(Refusals.Response(exchange, refusal));
        // Nothing new but calls that wait on: there is nothing to ask the model.
        if (exchange.Requests.Count > 0 && (admission.Messages.Count == 0 || admission.Messages[^1].Role == ChatRole.Assistant))
            return Ends(new ChatResponse(new ChatMessage(ChatRole.Assistant, _policy.Options.Waiting)));
        if (await WaitingAnswers.TakeUpAsync(exchange, calls, admission.Question, cancellation).ConfigureAwait(false) is { } answered)
            return Ends(answered);
        IChatClient client = new PolicyTurnClient(InnerClient, exchange, calls, admission.Question);
        if (calls.Tools.Count > 0 && calls.Tools.Values.Any(tool => tool.Function is not null))
            client = new FunctionInvokingChatClient(client)
            {
                FunctionInvoker = calls.InvokeAsync,
                MaximumIterationsPerRequest = _policy.Options.MaximumRounds,
            };
        return new Turn(exchange, taken.Resumed, admission.Messages, Granted(options, calls), client, null);

        // The provider was not asked: the conversation that it keeps is where it was.
        Turn Ends(ChatResponse response)
        {
            response.ConversationId = options?.ConversationId;
            return new Turn(exchange, taken.Resumed, [], null, null, response);
        }
    }

    private static ChatOptions? Granted(ChatOptions? options, ToolCalls calls)
    {
        if (options?.Tools is null)
            return options;
        var granted = options.Clone();
        granted.Tools =
        [
            .. calls.Tools.Values.Select(tool =>
                tool.Function is null ? (AITool)tool.Declaration : new ExecutedTool(tool.Declaration)),
        ];
        return granted;
    }

    private readonly record struct Turn(
        Exchange Exchange,
        List<ChatMessage> Resumed,
        List<ChatMessage> Messages,
        ChatOptions? Options,
        IChatClient? Client,
        ChatResponse? Ends);
}
