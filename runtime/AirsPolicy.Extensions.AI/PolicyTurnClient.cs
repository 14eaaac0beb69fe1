using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI;

/// <summary>Asks the model once, and lets go on what the policy lets go on of its answer.</summary>
internal sealed class PolicyTurnClient(IChatClient inner, Exchange exchange, ToolCalls calls, string question) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var response = await base.GetResponseAsync(messages, Asked(options), cancellationToken).ConfigureAwait(false);
        var answer = new Answer(exchange, calls, question);
        var results = ResultsIn(response.Messages.SelectMany(message => message.Contents));
        var settled = new List<ChatMessage>(response.Messages.Count);
        // They are decided on with those of the messages.
        var properties = response.Messages.Count == 0 ? null : response.AdditionalProperties;
        for (var at = 0; at < response.Messages.Count; at++)
        {
            var message = response.Messages[at];
            using var arrived = new AnswerMessage { Properties = Together(message.AdditionalProperties, properties) };
            arrived.Contents.Capacity = message.Contents.Count;
            for (var part = 0; part < message.Contents.Count; part++)
                arrived.Add(message.Contents[part]);
            var contents = await answer
                .SettleAsync(arrived, results, response.Usage?.OutputTokenCount, cancellationToken)
                .ConfigureAwait(false);
            if (contents is null)
            {
                calls.GiveUpKept();
                if (response.Messages.Count == 1)
                    WaitingAnswers.Keep(exchange, answer.TextWaits, arrived, response.Usage?.OutputTokenCount);
                return Answered(Refusals.Response(exchange, answer.Refused!), response);
            }
            if (arrived.Properties is null)
                (message.AdditionalProperties, properties) = (null, null);
            (message.Contents, message.RawRepresentation, message.AuthorName) = (contents, null, null);
            message.Role = RoleOf(message.Role);
            settled.Add(message);
        }
        var goesOn = Answered(new ChatResponse(settled) { FinishReason = response.FinishReason }, response);
        goesOn.AdditionalProperties = Said(answer, properties);
        return goesOn;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var answer = new Answer(exchange, calls, question);
        using var stream = new AnswerStream(exchange, answer);
        await foreach (var update in base.GetStreamingResponseAsync(messages, Asked(options), cancellationToken).ConfigureAwait(false))
        {
            foreach (var shown in await stream.FeedAsync(update, cancellationToken).ConfigureAwait(false))
                yield return shown;
            if (stream.IsStopped)
                break;
        }
        var rest = await stream.EndAsync(cancellationToken).ConfigureAwait(false);
        if (answer.Refused is not null)
            calls.GiveUpKept();
        foreach (var shown in rest)
            yield return shown;
    }

    /// <summary>The role of a message of an answer: a model does not speak for the application or its users.</summary>
    public static ChatRole RoleOf(ChatRole said) => said == ChatRole.Tool ? ChatRole.Tool : ChatRole.Assistant;

    /// <summary>The ids of the calls that are answered in what a model says.</summary>
    public static IReadOnlySet<string> ResultsIn(IEnumerable<AIContent> contents)
    {
        HashSet<string>? results = null;
        foreach (var content in contents)
        {
            if (content is FunctionResultContent result)
                (results ??= new(StringComparer.Ordinal)).Add(result.CallId);
        }
        return results ?? (IReadOnlySet<string>)FrozenSet<string>.Empty;
    }

    /// <summary>What a response says besides, with what the policy says of it.</summary>
    public static AdditionalPropertiesDictionary? Said(Answer answer, AdditionalPropertiesDictionary? properties, Exchange exchange) =>
        answer.Strongest is { Decision.Outcome: > Runtime.Decisions.Outcome.Allow } strongest
            ? Joined(Refusals.Properties(exchange, strongest), properties)
            : exchange.CanBeTakenBack ? Joined(new() { [PolicyProperties.Request] = exchange.Id }, properties)
            : properties;

    // None where both have a name: one of them would go on without a decision.
    private static AdditionalPropertiesDictionary? Together(
        AdditionalPropertiesDictionary? message,
        AdditionalPropertiesDictionary? response) =>
        message is not null && response is not null && response.Keys.Any(message.ContainsKey) ? null : Joined(message, response);

    // The one that stands first wins where both have a name.
    private static AdditionalPropertiesDictionary? Joined(AdditionalPropertiesDictionary? first, AdditionalPropertiesDictionary? second)
    {
        if (first is null || second is null)
            return first ?? second;
        var joined = new AdditionalPropertiesDictionary(first);
        foreach (var (name, value) in second)
            joined.TryAdd(name, value);
        return joined;
    }

    private AdditionalPropertiesDictionary? Said(Answer answer, AdditionalPropertiesDictionary? properties) =>
        Said(answer, properties, exchange);

    private static ChatResponse Answered(ChatResponse response, ChatResponse model)
    {
        response.ResponseId = model.ResponseId;
        response.ConversationId = model.ConversationId;
        response.ModelId = model.ModelId;
        response.CreatedAt = model.CreatedAt;
        response.Usage = model.Usage;
        return response;
    }

    // The model is told of the tools, and gets none that can be executed.
    private ChatOptions? Asked(ChatOptions? options)
    {
        if (options?.Tools is not { } tools)
            return options;
        var asked = options.Clone();
        asked.Tools = [.. tools.Select(tool => calls.Tools.GetValueOrDefault(tool.Name)?.Declaration).OfType<AITool>()];
        if (asked.Tools.Count == 0)
            (asked.Tools, asked.ToolMode) = (null, null);
        return asked;
    }
}
