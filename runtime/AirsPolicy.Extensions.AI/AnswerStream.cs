using AirsPolicy.Runtime.Decisions;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI;

/// <summary>
/// A turn of a model that arrives in parts. Text is shown as the policy lets it stream; everything else waits for the end of the turn, and
/// nothing is executed of a turn that is refused.
/// </summary>
internal sealed class AnswerStream(Exchange exchange, Answer answer) : IDisposable
{
    private const int MostMessages = 64;

    private readonly List<(string Id, AnswerMessage Message)> _messages = [];
    private readonly AdditionalPropertiesDictionary _properties = [];
    private ChatResponseUpdate _last = new();
    private string? _unfit;

    // Something of a message is shown only at the end, and everything behind it after that.
    private bool _waits;

    /// <summary>Nothing more goes on, whatever follows.</summary>
    public bool IsStopped => _unfit is not null || _messages.Exists(known => known.Message.Stream is { IsStopped: true });

    /// <summary>Takes the next update.</summary>
    /// <returns>What may be shown now.</returns>
    public async ValueTask<IReadOnlyList<ChatResponseUpdate>> FeedAsync(ChatResponseUpdate update, CancellationToken cancellation)
    {
        if (Of(update) is not { } message)
            return [];
        _last = Described(update);
        foreach (var (name, value) in update.AdditionalProperties ?? [])
            _properties[name] = value;
        List<AIContent>? shown = null;
        foreach (var content in update.Contents)
        {
            message.Add(content);
            if (content.GetType() != typeof(TextContent) || content is not TextContent { Text.Length: > 0 } part)
                continue;
            message.Stream ??= new StreamedText(
                exchange.Policy.Host,
                (await answer.FactsAsync(cancellation).ConfigureAwait(false)).ToArray(),
                Before(message));
            var goesOn = message.Stream.Feed(part.Text);
            if (goesOn.Length == 0 || _waits)
                continue;
            message.Shown.Append(goesOn);
            (shown ??= []).Add(new TextContent(goesOn));
        }
        return shown is null ? [] : [With(_last, shown)];
    }

    /// <summary>Ends the turn.</summary>
    /// <returns>What goes on of it at the end, or that it does not.</returns>
    public async ValueTask<IReadOnlyList<ChatResponseUpdate>> EndAsync(CancellationToken cancellation)
    {
        var results = PolicyTurnClient.ResultsIn(_messages.SelectMany(known => known.Message.Contents));
        var updates = new List<ChatResponseUpdate>();
        if (_unfit is not null)
            return [Refused(Verdict.Refuse(PointNames.Output, _unfit, exchange.Policy.Host.Digest))];
        var properties = _properties.Count == 0 ? null : _properties;
        foreach (var (id, message) in _messages)
        {
            message.Properties = properties;
            if (await answer.SettleAsync(message, results, null, cancellation).ConfigureAwait(false) is not { } contents)
            {
                if (_messages.Count == 1)
                    WaitingAnswers.Keep(exchange, answer.TextWaits, message, null);
                return [Refused(answer.Refused!)];
            }
            properties = message.Properties;
            // A text that has been shown goes on first: what comes between would cut it in two.
            if (contents.Count > 0)
                updates.Insert(message.IsShown ? 0 : updates.Count, With(_last, contents, id));
        }
        var said = PolicyTurnClient.Said(answer, properties, exchange);
        if (updates.Count == 0 && (_last.FinishReason is not null || said is not null))
            updates.Add(With(_last, []));
        if (updates.Count > 0)
            (updates[^1].FinishReason, updates[^1].AdditionalProperties) = (_last.FinishReason, said);
        return updates;
    }

    public void Dispose()
    {
        foreach (var (_, message) in _messages)
            message.Dispose();
    }

    private ChatResponseUpdate Refused(Verdict verdict)
    {
        var wasShown = _messages.Exists(known => known.Message.IsShown);
        var update = Refusals.Update(exchange, verdict, wasShown);
        if (answer.Instead is { } instead)
            update.Contents = [new TextContent(instead)];
        (update.ResponseId, update.ConversationId, update.ModelId) = (_last.ResponseId, _last.ConversationId, _last.ModelId);
        return update;
    }

    // What was said in earlier rounds, and has been shown of other messages of this one.
    private string Before(AnswerMessage message) =>
        string.Concat(
            _messages.Where(known => known.Message != message && known.Message.IsShown).Select(known => known.Message.Shown.ToString())
                .Prepend(exchange.Said.End));

    // An update without an id goes on with the message before, and a message can get its id late.
    private AnswerMessage? Of(ChatResponseUpdate update)
    {
        var id = IdOf(update) ?? (_messages.Count > 0 ? _messages[^1].Id : "");
        if (_messages is [("", var unnamed)])
            _messages[0] = (id, unnamed);
        var at = _messages.FindIndex(known => known.Id == id);
        if (at < 0 && _messages.Count == MostMessages)
            _unfit = "The answer has too many messages.";
        // Users would see their texts in another order than that in which they are decided on together.
        else if (at >= 0 && at < _messages.Count - 1 && update.Contents.Any(IsSaid))
            _unfit = "The messages of the answer are mixed.";
        if (_unfit is not null)
            return null;
        if (at >= 0)
            return _messages[at].Message;
        _waits |= _messages.Count > 0 && _messages[^1].Message is var before && before.Text != before.Shown.ToString();
        _messages.Add((id, new AnswerMessage()));
        return _messages[^1].Message;
    }

    private static string? IdOf(ChatResponseUpdate update) => update.MessageId is { Length: > 0 } id ? id : null;

    private static bool IsSaid(AIContent content) =>
        content is TextContent { Text.Length: > 0 } or TextReasoningContent { Text.Length: > 0 };

    // What is known of the response so far, and nothing that holds any of its text.
    private ChatResponseUpdate Described(ChatResponseUpdate update) =>
        new()
        {
            Role = update.Role is { } role ? PolicyTurnClient.RoleOf(role) : _last.Role,
            MessageId = IdOf(update) ?? _last.MessageId,
            ResponseId = update.ResponseId ?? _last.ResponseId,
            ConversationId = update.ConversationId ?? _last.ConversationId,
            ModelId = update.ModelId ?? _last.ModelId,
            CreatedAt = update.CreatedAt ?? _last.CreatedAt,
            FinishReason = update.FinishReason ?? _last.FinishReason,
        };

    private static ChatResponseUpdate With(ChatResponseUpdate described, List<AIContent> contents, string? id = null)
    {
        var update = described.Clone();
        (update.Contents, update.FinishReason) = (contents, null);
        if (!string.IsNullOrEmpty(id))
            update.MessageId = id;
        return update;
    }
}
