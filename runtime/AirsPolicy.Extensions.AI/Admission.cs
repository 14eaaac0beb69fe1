using AirsPolicy.Extensions.AI.Contents;
using AirsPolicy.Extensions.AI.Memory;
using AirsPolicy.Runtime.Decisions;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI;

/// <summary>
/// Decides on everything that the model will see and that was not decided on before: what is new as <c>input</c> and
/// <c>tool_result</c>, and what a caller says has been before as if it came from where it says. Messages of the role <c>system</c> are the
/// application's own.
/// </summary>
internal sealed class Admission(Exchange exchange)
{
    private const string TextPath = "/input/text", AttachmentsPath = "/input/attachments";

    private Dictionary<string, FunctionCallContent>? _calls;
    private HashSet<string>? _leftOut;

    /// <summary>What goes to the model, in its order.</summary>
    public List<ChatMessage> Messages { get; } = [];

    /// <summary>What the user has asked last, as it goes on.</summary>
    public string Question { get; private set; } = "";

    /// <summary>Takes the messages of a request.</summary>
    /// <returns>Null; or the decision that refuses the request, where what is new in it does not go on.</returns>
    public async ValueTask<Verdict?> TakeAsync(List<ChatMessage> messages, CancellationToken cancellation)
    {
        Messages.Capacity = messages.Count;
        var answered = messages.FindLastIndex(message => message.Role == ChatRole.Assistant);
        for (var number = 0; number < messages.Count; number++)
        {
            var given = messages[number];
            if (given.Role == ChatRole.System)
            {
                Messages.Add(given);
                continue;
            }
            var isNew = number > answered;
            var refusal = PlainContent.Of(given) is not { } message
                ? LeaveOut(given.Contents, NotUnderstood(given.Role == ChatRole.Tool ? PointNames.ToolResult : PointNames.Input))
                : message.Role == ChatRole.Assistant
                    ? await TakeAnswerAsync(message, cancellation).ConfigureAwait(false)
                    : message.Role == ChatRole.Tool
                        ? await TakeResultsAsync(message, cancellation).ConfigureAwait(false)
                        : await TakeQuestionAsync(message, isNew, cancellation).ConfigureAwait(false);
            if (refusal is not null && (isNew || refusal.Decision.Outcome == Outcome.Halt))
                return refusal;
        }
        if (exchange.Request.Session is not null && exchange.Policy.Host.State is not null)
            exchange.Asked = AskedPiece.Of(Messages);
        return null;
    }

    private async ValueTask<Verdict?> TakeQuestionAsync(ChatMessage message, bool isNew, CancellationToken cancellation)
    {
        if (Piece.OfUser(message) is not { } piece)
            return NotUnderstood(PointNames.Input);
        var known = exchange.Policy.Pieces.Find(exchange.Scope, piece);
        if (known is null || isNew)
        {
            var verdict = await DecideAsync("user", message, cancellation, known?.Waits).ConfigureAwait(false);
            known = new DecidedPiece(verdict.GoesOn, verdict.IsUnchanged ? null : verdict.Decision.Content, verdict.Waits);
            if (verdict.GoesOn && known.Change is { } asked && Changed(message, asked) is null)
            {
                verdict = Verdict.Refuse(PointNames.Input, "The change of the message cannot be carried out.", verdict.Decision.Bundle);
                known = DecidedPiece.Refused;
            }
            exchange.Policy.Pieces.Add(exchange.Scope, piece, known);
            if (!verdict.GoesOn)
                return verdict;
        }
        if (!known.GoesOn)
            return null;
        var sent = known.Change is { } change ? Changed(message, change) : message;
        if (sent is not null)
        {
            Messages.Add(sent);
            Question = sent.Text;
        }
        return null;
    }

    // A message of the model that nobody has decided on was not made here: it is taken as what some agent says.
    private async ValueTask<Verdict?> TakeAnswerAsync(ChatMessage message, CancellationToken cancellation)
    {
        var calls = message.Contents.OfType<FunctionCallContent>().ToList();
        var pieces = new List<UInt128>();
        foreach (var content in message.Contents.Where(content => content is not (UsageContent or FunctionCallContent)))
        {
            if (Piece.OfContent(content) is not { } piece)
                return LeaveOut(message.Contents, NotUnderstood(PointNames.Input));
            if (content is not TextContent)
                pieces.Add(piece);
            if (content is TextReasoningContent { ProtectedData.Length: > 0 } reasoning)
                pieces.Add(Piece.OfProtected(reasoning.ProtectedData));
        }
        if (message.Text.Length > 0)
            pieces.Add(Piece.OfText(message.Text));
        pieces.AddRange(calls.Select(Piece.OfCall));
        var unknown = pieces.Where(piece => exchange.Policy.Pieces.Find(exchange.Scope, piece) is not { GoesOn: true }).ToList();
        if (unknown.Count > 0)
        {
            var verdict = await DecideAsync("agent", message, cancellation).ConfigureAwait(false);
            if (!verdict.IsUnchanged)
                return LeaveOut(message.Contents, verdict);
            foreach (var piece in unknown)
                exchange.Policy.Pieces.Add(exchange.Scope, piece, DecidedPiece.Passed);
        }
        foreach (var call in calls)
            (_calls ??= new(StringComparer.Ordinal))[call.CallId] = call;
        Messages.Add(message);
        return null;
    }

    private async ValueTask<Verdict?> TakeResultsAsync(ChatMessage message, CancellationToken cancellation)
    {
        var contents = new List<AIContent>();
        foreach (var content in message.Contents)
        {
            if (content is not FunctionResultContent result)
                return NotUnderstood(PointNames.ToolResult);
            if (_leftOut?.Contains(result.CallId) == true)
                continue;
            if (exchange.Policy.Pieces.Find(exchange.Scope, Piece.OfResult(result)) is not { GoesOn: true })
            {
                var call = _calls?.GetValueOrDefault(result.CallId);
                var decided = await ToolResults.DecideAsync(
                    exchange,
                    call?.Name ?? "",
                    JsonText.Arguments(call?.Arguments) ?? [],
                    result.Result,
                    cancellation).ConfigureAwait(false);
                if (decided.Verdict.Decision.Outcome == Outcome.Halt)
                    return decided.Verdict;
                if (!ReferenceEquals(decided.Result, result.Result))
                    result = new FunctionResultContent(result.CallId, decided.Result);
                exchange.Policy.Pieces.Add(exchange.Scope, Piece.OfResult(result), DecidedPiece.Passed);
            }
            contents.Add(result);
        }
        if (contents.Count > 0)
            Messages.Add(With(message, contents));
        return null;
    }

    private Verdict? LeaveOut(IList<AIContent> contents, Verdict why)
    {
        (_leftOut ??= new(StringComparer.Ordinal)).UnionWith(contents.OfType<FunctionCallContent>().Select(call => call.CallId));
        return why;
    }

    private ValueTask<Verdict> DecideAsync(string source, ChatMessage message, CancellationToken cancellation, long? waits = null)
    {
        var text = source == "user" ? message.Text : TextOf(message);
        return exchange.DecideAsync(
            PointNames.Input,
            json =>
            {
                json.WriteStartObject("input"u8);
                json.WriteString("text"u8, text);
                json.WriteString("source"u8, source);
                json.WriteStartArray("attachments"u8);
                foreach (var content in message.Contents)
                    Attachment.Of(content)?.Write(json);
                json.WriteEndArray();
                json.WriteEndObject();
            },
            cancellation,
            resumes: waits);
    }

    // Everything in it that the model reads.
    private static string TextOf(ChatMessage message) =>
        string.Join(
            '\n',
            message.Contents.Where(content => content is not TextContent).Select(content => content switch
            {
                TextReasoningContent reasoning => $"{reasoning.Text} {reasoning.ProtectedData}".TrimEnd(),
                ErrorContent error => $"{error.Message} {error.ErrorCode} {error.Details}",
                FunctionCallContent call => $"{call.Name} {JsonText.Plain(JsonText.Arguments(call.Arguments))}",
                _ => "",
            }).Prepend(message.Text).Where(text => text.Length > 0));

    private ChatMessage? Changed(ChatMessage message, ContentChange change)
    {
        if (change.Redactions.Any(redaction => redaction.Path != TextPath) || change.Drops.Any(drop => drop.Path != AttachmentsPath))
            return null;
        var dropped = change.Replacement is null ? change.Drops.SelectMany(drop => drop.Indexes).ToHashSet() : [];
        var (contents, at, attachment) = (new List<AIContent>(), -1, 0);
        foreach (var content in message.Contents)
        {
            if (content is TextContent)
                at = at < 0 ? contents.Count : at;
            else if (Attachment.Of(content) is null || !dropped.Contains(attachment++))
                contents.Add(content);
        }
        contents.Insert(Math.Max(at, 0), new TextContent(change.Apply(TextPath, message.Text, exchange.Labels)));
        return With(message, contents);
    }

    private static ChatMessage With(ChatMessage message, List<AIContent> contents)
    {
        var changed = message.Clone();
        changed.Contents = contents;
        return changed;
    }

    private Verdict NotUnderstood(string point) =>
        Verdict.Refuse(point, "A message holds a content that is not understood.", exchange.Policy.Host.Digest);
}
