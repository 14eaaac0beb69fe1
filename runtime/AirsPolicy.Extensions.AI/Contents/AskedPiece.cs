using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI.Contents;

/// <summary>
/// What a request asks: the messages of its user at the end, and what stands before them. Short questions mean something else behind
/// another answer or document.
/// </summary>
internal static class AskedPiece
{
    /// <summary>The digest of what is asked; null where the request does not end with a message of its user.</summary>
    /// <param name="messages">What goes to the model.</param>
    public static UInt128? Of(IEnumerable<ChatMessage> messages)
    {
        var said = messages.Where(message => message.Role != ChatRole.System).ToList();
        var (start, asked) = Last(said, said.Count);
        if (start == said.Count)
            return null;
        // Asked again behind its own answer it is the same question.
        for (var earlier = Earlier(said, start); earlier.Asked == asked; earlier = Earlier(said, start))
            start = earlier.Start;
        var before = said[..start];
        var answered = before.FindLastIndex(message => message.Role == ChatRole.Assistant);
        return Digest.Of(asked, Of(before[Math.Max(answered, 0)..], "before"));
    }

    private static (int Start, UInt128 Asked) Earlier(List<ChatMessage> said, int end)
    {
        while (end > 0 && !IsAsked(said[end - 1]))
            end--;
        return Last(said, end);
    }

    private static (int Start, UInt128 Asked) Last(List<ChatMessage> said, int end)
    {
        var start = end;
        while (start > 0 && IsAsked(said[start - 1]))
            start--;
        return (start, Of(said[start..end], "asked"));
    }

    private static bool IsAsked(ChatMessage message) => message.Role != ChatRole.Assistant && message.Role != ChatRole.Tool;

    private static UInt128 Of(List<ChatMessage> messages, string kind)
    {
        var piece = Digest.Of(kind);
        foreach (var message in messages)
        {
            piece = Digest.Of(piece, Digest.Of("message", message.Role.Value));
            foreach (var content in message.Contents)
                piece = Digest.Of(piece, Of(content));
        }
        return piece;
    }

    private static UInt128 Of(AIContent content) => content switch
    {
        FunctionCallContent call => Piece.OfCall(call),
        FunctionResultContent result => Piece.OfResult(result),
        _ => Piece.OfContent(content) ?? 0,
    };
}
