using AirsPolicy.Extensions.AI.Contents;
using AirsPolicy.Extensions.AI.Memory;
using AirsPolicy.Runtime.Decisions;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI;

/// <summary>
/// Decides on one turn of a model: every message, every channel of it, and every call. What is not understood is refused. A turn goes on
/// as a whole or not at all.
/// </summary>
/// <param name="exchange">The request.</param>
/// <param name="calls">Its calls.</param>
/// <param name="question">What the user has asked.</param>
internal sealed class Answer(Exchange exchange, ToolCalls calls, string question)
{
    private const string TextPath = "/output/text";
    // Each is a decision of its own, where parts of texts are one together.
    private const int MostContents = 1_000;
    private const string Together = "The texts of the answer hold together what a rule refuses or hides in one.";
    private Dictionary<string, DecidedCall>? _calls;

    /// <summary>The decision that refuses the turn, or null.</summary>
    public Verdict? Refused { get; private set; }

    /// <summary>The number under which the text waits for which the turn is refused; null where it is something else.</summary>
    public long? TextWaits { get; private set; }

    /// <summary>What stands in the place of a text that was shown before the decision changed it, or null.</summary>
    public string? Instead { get; private set; }

    /// <summary>The strongest decision on what goes on, or null.</summary>
    public Verdict? Strongest { get; private set; }

    /// <summary>Decides on a message that has arrived.</summary>
    /// <param name="message">The message.</param>
    /// <param name="results">The ids of the calls that the provider has answered itself.</param>
    /// <param name="tokens">How many tokens it has, as far as that is known.</param>
    /// <returns>What goes on of it and has not gone on yet; null where the turn is refused, as <see cref="Refused"/> says.</returns>
    public async ValueTask<List<AIContent>?> SettleAsync(
        AnswerMessage message,
        IReadOnlySet<string> results,
        long? tokens,
        CancellationToken cancellation)
    {
        if (message.Contents.Count(content => content is not (TextContent or TextReasoningContent or UsageContent)) > MostContents)
            return Refuse("The answer has too many parts.");
        var properties = message.Properties;
        if (SideText.Of(message.Contents, ref properties) is not { } side)
            return Refuse("The answer holds a content that is not understood.");
        message.Properties = properties;
        var text = await TextAsync(message, tokens, cancellation).ConfigureAwait(false);
        if (text is null)
            TextWaits = Refused!.Waits;
        if (text is null || !await GoesOnTogetherAsync(exchange.Said, text, cancellation).ConfigureAwait(false))
            return null;
        var reasoning = message.Reasoning;
        if (reasoning.Length > 0)
        {
            if (await DecideAsync(reasoning, reasoning, "prose", null, cancellation).ConfigureAwait(false) is not { } verdict)
                return null;
            reasoning = Applied(verdict, reasoning);
            if (!await GoesOnTogetherAsync(exchange.Reasoned, reasoning, cancellation).ConfigureAwait(false))
                return null;
        }
        var keepsSide = side.Length == 0;
        if (!keepsSide)
        {
            if (await DecideAsync(side, null, "structured", null, cancellation).ConfigureAwait(false) is not { } verdict)
                return null;
            keepsSide = verdict.IsUnchanged;
        }
        if (!keepsSide)
            message.Properties = null;
        var goesOn = new List<AIContent>(message.Contents.Count);
        foreach (var content in message.Contents)
        {
            switch (content)
            {
                case TextContent or TextReasoningContent or UsageContent:
                    goesOn.Add(content);
                    break;
                case FunctionCallContent call when call.InformationalOnly || results.Contains(call.CallId):
                    if (await CheckExecutedAsync(call, cancellation).ConfigureAwait(false) is false)
                        return null;
                    call.InformationalOnly = true;
                    goesOn.Add(call);
                    break;
                case FunctionCallContent call:
                    if (await CallAsync(call, cancellation).ConfigureAwait(false) is not { } decided)
                        return null;
                    goesOn.Add(decided);
                    break;
                case FunctionResultContent result:
                    if (await CheckResultAsync(result, cancellation).ConfigureAwait(false) is false)
                        return null;
                    goesOn.Add(result);
                    break;
                default:
                    if (await CheckAttachmentAsync(content, cancellation).ConfigureAwait(false) is not { } keeps)
                        return null;
                    if (keeps && keepsSide)
                        goesOn.Add(content);
                    break;
            }
        }
        return Assemble(message, goesOn, text, reasoning, keepsSide);
    }

    /// <summary>The facts with which a text begins to stream.</summary>
    public ValueTask<ReadOnlyMemory<byte>> FactsAsync(CancellationToken cancellation) =>
        FactsAsync(null, null, cancellation);

    private ValueTask<ReadOnlyMemory<byte>> FactsAsync(string? text, long? tokens, CancellationToken cancellation) =>
        exchange.FactsAsync(PointNames.Output, json => WriteFacts(json, text, null, "prose", tokens), null, cancellation);

    /// <summary>Decides again on a text that has waited for people.</summary>
    public async ValueTask<Verdict> ResumeAsync(HeldAnswer held, CancellationToken cancellation)
    {
        var verdict = await exchange
            .DecideAsync(
                PointNames.Output,
                json => WriteFacts(json, held.Text, null, "prose", held.Tokens),
                cancellation,
                resumes: held.Waits)
            .ConfigureAwait(false);
        Take(verdict);
        return verdict;
    }

    /// <summary>A text as a decision lets it go on.</summary>
    public string Applied(Verdict verdict, string text) =>
        verdict.IsUnchanged ? text : verdict.Decision.Content.Apply(TextPath, text, exchange.Labels);

    // The text as it goes on; null where it does not.
    private async ValueTask<string?> TextAsync(AnswerMessage message, long? tokens, CancellationToken cancellation)
    {
        var whole = message.Text;
        if (message.EndText() is { } streamed)
        {
            // Who looks at it afterwards looks at the whole of it.
            var facts = exchange.Policy.Host.IsReviewed(PointNames.Output)
                ? await FactsAsync(whole, tokens, cancellation).ConfigureAwait(false)
                : message.Stream!.Facts;
            streamed = await exchange.CarryOutAsync(streamed, facts, cancellation).ConfigureAwait(false);
            if (!Take(streamed))
                return null;
            if (message.Stream!.IsRefusedTogether)
            {
                Refuse(Together);
                return null;
            }
            if (!streamed.Decision.Retracted)
                return $"{message.Shown}{message.Stream.Rest}";
            (Refused, Instead) = (streamed, message.Stream.Rest);
            return null;
        }
        if (whole.Length == 0)
            return "";
        return await DecideAsync(whole, null, "prose", tokens, cancellation).ConfigureAwait(false) is { } verdict
            ? Applied(verdict, whole)
            : null;
    }

    // Each has been decided on by itself, and users see them one behind the other: what follows from that has followed.
    private async ValueTask<bool> GoesOnTogetherAsync(SaidText said, string text, CancellationToken cancellation)
    {
        if (said.IsEmpty || text.Length == 0)
        {
            said.Add(text);
            return true;
        }
        string[] befores = [.. SaidText.Between.Select((_, number) => said.Before(number))];
        said.Add(text);
        var alone = await PreviewAsync(text, cancellation).ConfigureAwait(false);
        foreach (var before in befores)
        {
            var together = await PreviewAsync(before + text, cancellation).ConfigureAwait(false);
            if (!Stops(together, alone)
                && !await HidesMoreAsync(together.Content, before, alone.Content, cancellation).ConfigureAwait(false))
                continue;
            Refuse(Together);
            // Who asks why is told of the controls.
            if (together.Outcome > Outcome.Hold)
                Refused = new Verdict(together, null);
            return false;
        }
        return true;
    }

    private async ValueTask<Decision> PreviewAsync(string text, CancellationToken cancellation)
    {
        var facts = await FactsAsync(text, null, cancellation).ConfigureAwait(false);
        return exchange.Policy.Host.Preview(PointNames.Output, facts.Span);
    }

    // A rule that counts answers has counted this one, so that it can match on it alone by now.
    private static bool Stops(Decision together, Decision alone) =>
        together.Failure is not null
        || together.Fired.Any(rule => rule.Effects.Any(effect => effect.Outcome >= Outcome.Hold)
            && alone.Fired.All(known => known.Origin != rule.Origin));

    // What a rule hides in one of the texts alone is hidden, and what it adds is added. What is personal only beside its neighbour is not.
    private async ValueTask<bool> HidesMoreAsync(ContentChange together, string before, ContentChange alone, CancellationToken cancellation)
    {
        if (together.Replacement is not null)
            return true;
        var found = Spans(together, 0);
        found.ExceptWith(Spans(alone, before.Length));
        if (found.Count == 0)
            return false;
        found.ExceptWith(Spans((await PreviewAsync(before, cancellation).ConfigureAwait(false)).Content, 0));
        return found.Count > 0;
    }

    private static HashSet<(int Start, int End)> Spans(ContentChange change, int by) =>
        change.Redactions.Where(hidden => hidden.Path == TextPath).Select(hidden => (hidden.Start + by, hidden.End + by)).ToHashSet();

    private async ValueTask<Verdict?> DecideAsync(
        string text,
        string? reasoning,
        string modality,
        long? tokens,
        CancellationToken cancellation)
    {
        var verdict = await exchange
            .DecideAsync(PointNames.Output, json => WriteFacts(json, text, reasoning, modality, tokens), cancellation)
            .ConfigureAwait(false);
        return Take(verdict) ? verdict : null;
    }

    private void WriteFacts(System.Text.Json.Utf8JsonWriter json, string? text, string? reasoning, string modality, long? tokens)
    {
        json.WriteStartObject("output"u8);
        if (text is not null)
            json.WriteString("text"u8, text);
        if (reasoning is not null)
            json.WriteString("reasoning"u8, reasoning);
        json.WriteString("modality"u8, modality);
        if (tokens is { } count)
            json.WriteNumber("tokens"u8, count);
        json.WriteEndObject();
        json.WriteStartObject("input"u8);
        json.WriteString("text"u8, question);
        json.WriteEndObject();
        if (exchange.Request.Facts.Declared.ContainsKey("sources"))
            return;
        json.WriteStartArray("sources"u8);
        json.WriteEndArray();
    }

    // A refused call that is executed here stays without its arguments, so that the model can be told of the refusal.
    private async ValueTask<AIContent?> CallAsync(FunctionCallContent call, CancellationToken cancellation)
    {
        if (!calls.Tools.ContainsKey(call.Name))
        {
            Refuse("The model asks for a tool that it was not told of.");
            return null;
        }
        var decided = await calls.DecideAsync(call, cancellation).ConfigureAwait(false);
        if (calls.Executes(call))
        {
            Note(decided.Verdict);
            calls.Keep(call.CallId, decided);
        }
        else if (!TakeCall(decided.Verdict))
        {
            return null;
        }
        var shown = new FunctionCallContent(
            call.CallId,
            call.Name,
            decided.Verdict.Decision.Outcome > Outcome.Hold ? null : JsonText.Dictionary(decided.Arguments));
        exchange.Policy.Pieces.Add(exchange.Scope, Piece.OfCall(shown), DecidedPiece.Passed);
        return shown;
    }

    // What is done cannot be waited for or changed: it goes on as it is, or the turn does not.
    private async ValueTask<bool> CheckExecutedAsync(FunctionCallContent call, CancellationToken cancellation)
    {
        var decided = await calls.DecideAsync(call, cancellation).ConfigureAwait(false);
        (_calls ??= new(StringComparer.Ordinal))[call.CallId] = decided;
        if (!TakeCall(decided.Verdict))
            return false;
        exchange.Policy.Pieces.Add(exchange.Scope, Piece.OfCall(call), DecidedPiece.Passed);
        return !decided.IsEdited || Refuse("A call was executed that the policy would have changed.") is not null;
    }

    private async ValueTask<bool> CheckResultAsync(FunctionResultContent result, CancellationToken cancellation)
    {
        var call = _calls?.GetValueOrDefault(result.CallId);
        var decided = await ToolResults
            .DecideAsync(exchange, call?.Tool ?? "", call?.Arguments ?? [], result.Result, cancellation)
            .ConfigureAwait(false);
        if (!Take(decided.Verdict))
            return false;
        result.Result = decided.Result;
        exchange.Policy.Pieces.Add(exchange.Scope, Piece.OfResult(result), DecidedPiece.Passed);
        return true;
    }

    // Whether an image, a file or a link stays; null where the turn is refused.
    private async ValueTask<bool?> CheckAttachmentAsync(AIContent content, CancellationToken cancellation)
    {
        if (Attachment.Of(content) is not { } attachment)
            return true;
        var type = attachment.DetectedType is { } detected && detected != MediaTypes.Unknown ? detected : attachment.DeclaredType;
        var modality = type.Split('/')[0].ToLowerInvariant() switch
        {
            "image" => "image",
            "audio" => "audio",
            _ => "structured",
        };
        var verdict = await DecideAsync($"{attachment.Name}\n{attachment.Text}", null, modality, null, cancellation).ConfigureAwait(false);
        if (verdict is not null && Piece.OfContent(content) is { } piece)
            exchange.Policy.Pieces.Add(exchange.Scope, piece, DecidedPiece.Passed);
        return verdict?.IsUnchanged;
    }

    private List<AIContent> Assemble(AnswerMessage message, List<AIContent> contents, string text, string reasoning, bool keepsSide)
    {
        if (text.Length > 0)
            exchange.Policy.Pieces.Add(exchange.Scope, Piece.OfText(text), DecidedPiece.Passed);
        if (reasoning.Length > 0)
            exchange.Policy.Pieces.Add(exchange.Scope, Piece.OfText(reasoning), DecidedPiece.Passed);
        var (sameText, sameReasoning) = (text == message.Text, reasoning == message.Reasoning);
        // Parts that nothing is said of are one text.
        var isWhole = !message.IsShown
            && sameText
            && (message.Contents.Count(content => content is TextContent) == 1 || message.Contents.Exists(IsDescribed));
        foreach (var content in contents)
        {
            Strip(content, keepsSide);
            if (content is TextReasoningContent { ProtectedData.Length: > 0 } kept)
                exchange.Policy.Pieces.Add(exchange.Scope, Piece.OfProtected(kept.ProtectedData), DecidedPiece.Passed);
        }
        if (isWhole && sameReasoning)
            return contents;
        var assembled = new List<AIContent>(contents.Count + 2);
        foreach (var content in contents)
        {
            if (content is TextContent part && !isWhole)
            {
                // What is said of a text holds no longer where the text is another.
                if (!sameText || !IsDescribed(part))
                    continue;
                part.Text = "";
            }
            if (sameReasoning || content is not TextReasoningContent)
                assembled.Add(content);
        }
        if (!isWhole && text.Length > message.Shown.Length)
            assembled.Insert(0, new TextContent(text[message.Shown.Length..]));
        if (!sameReasoning && reasoning.Length > 0)
            assembled.Insert(0, new TextReasoningContent(reasoning));
        return assembled;
    }

    private static bool IsDescribed(AIContent content) =>
        content is TextContent && (content.Annotations is not null || content.AdditionalProperties is not null);

    // Nobody has looked at what the provider sent besides.
    private static void Strip(AIContent content, bool keepsSide)
    {
        content.RawRepresentation = null;
        if (content.Annotations is { } annotations)
        {
            foreach (var annotation in annotations)
                annotation.RawRepresentation = null;
        }
        if (keepsSide)
            return;
        (content.Annotations, content.AdditionalProperties) = (null, null);
        if (content is TextReasoningContent reasoning)
            reasoning.ProtectedData = null;
    }

    private void Note(Verdict verdict)
    {
        if (Strongest is null || verdict.Decision.Outcome > Strongest.Decision.Outcome)
            Strongest = verdict;
    }

    private bool Take(Verdict verdict)
    {
        if (verdict.GoesOn)
            Note(verdict);
        else
            Refused = verdict;
        return verdict.GoesOn;
    }

    // Nobody could take it up once people have agreed.
    private bool TakeCall(Verdict verdict)
    {
        calls.GiveUp(verdict.Waits);
        return Take(verdict with { Waits = null });
    }

    private List<AIContent>? Refuse(string why)
    {
        Refused = Verdict.Refuse(PointNames.Output, why, exchange.Policy.Host.Digest);
        exchange.Policy.Report(Refused.Decision, exchange);
        return null;
    }
}
