namespace AirsPolicy.Extensions.AI.Memory;

/// <summary>The text of an answer that waits.</summary>
/// <param name="Text">The text, as the model has said it or a reviewer has changed it.</param>
/// <param name="Tokens">How many tokens it has, as far as that is known.</param>
/// <param name="Waits">The number under which it waits for people.</param>
/// <param name="Expires">When it can no longer be taken up.</param>
internal sealed record HeldAnswer(string Text, long? Tokens, long Waits, DateTimeOffset Expires);
