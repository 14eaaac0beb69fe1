using System.Text.Json.Nodes;
using AirsPolicy.Extensions.AI.Contents;
using AirsPolicy.Extensions.AI.Memory;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI;

/// <summary>Answers that wait for people, and go on when the same is asked again in the same session.</summary>
internal static class WaitingAnswers
{
    /// <summary>Keeps the text of a turn that is one message and no call.</summary>
    /// <param name="textWaits">The number under which the text waits for people; null where nothing waits, or something beside it.</param>
    /// <param name="tokens">How many tokens it has, as far as that is known.</param>
    public static void Keep(Exchange exchange, long? textWaits, AnswerMessage message, long? tokens)
    {
        if (exchange.Asked is not { } asked
            || textWaits is not { } waits
            || message.Text.Length == 0
            || message.Contents.Exists(content => content is FunctionCallContent))
            return;
        var now = exchange.Policy.Options.Clock.GetUtcNow();
        var held = new HeldAnswer(message.Text, tokens, waits, now + exchange.Policy.Options.HeldCalls);
        Add(exchange.Policy, Digest.Of(exchange.Scope, asked), held, now);
    }

    /// <summary>Takes up the answer that waits for what is asked, with the word of people as it is now.</summary>
    /// <param name="calls">The calls of the request.</param>
    /// <param name="text">What is asked, as it goes on.</param>
    /// <returns>The answer, or that it waits on or is refused; null where none waits, so that the model is asked.</returns>
    public static async ValueTask<ChatResponse?> TakeUpAsync(
        Exchange exchange,
        ToolCalls calls,
        string text,
        CancellationToken cancellation)
    {
        var policy = exchange.Policy;
        if (exchange.Asked is not { } asked || policy.Answers.IsEmpty)
            return null;
        var question = Digest.Of(exchange.Scope, asked);
        if (policy.Answers.Take(question) is not { } held)
            return null;
        var now = policy.Options.Clock.GetUtcNow();
        if (held.Expires <= now)
        {
            policy.Host.GiveUp(held.Waits);
            return null;
        }
        held = AsReviewed(exchange, held);
        var answer = new Answer(exchange, calls, text);
        Verdict verdict;
        try
        {
            verdict = await answer.ResumeAsync(held, cancellation).ConfigureAwait(false);
        }
        catch
        {
            // Once it has been decided on again nothing waits any more.
            if (policy.Host.Find(held.Waits) is not null)
                Add(policy, question, held, now);
            throw;
        }
        if (verdict.Waits is { } waits)
            Add(policy, question, held with { Waits = waits }, now);
        if (!verdict.GoesOn)
            return Refusals.Response(exchange, verdict);
        var goesOn = answer.Applied(verdict, held.Text);
        policy.Pieces.Add(exchange.Scope, Piece.OfText(goesOn), DecidedPiece.Passed);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, goesOn))
        {
            FinishReason = ChatFinishReason.Stop,
            AdditionalProperties = PolicyTurnClient.Said(answer, null, exchange),
        };
    }

    // Nobody has to look at what nobody can take up.
    private static void Add(ChatPolicy policy, UInt128 question, HeldAnswer held, DateTimeOffset now)
    {
        foreach (var lost in policy.Answers.Add(question, held, now))
            policy.Host.GiveUp(lost.Waits);
    }

    // What goes on is what reviewers have made of it.
    private static HeldAnswer AsReviewed(Exchange exchange, HeldAnswer held) =>
        exchange.Policy.Host.Find(held.Waits) is { Facts: { } facts } edited
        && edited.Number != held.Waits
        && (string?)JsonNode.Parse(facts.Span)?["output"]?["text"] is { } text
            ? held with { Text = text, Waits = edited.Number }
            : held;
}
