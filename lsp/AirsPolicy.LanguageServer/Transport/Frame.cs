namespace AirsPolicy.LanguageServer.Transport;

/// <summary>What came in: one message, or the reason why there is none.</summary>
/// <param name="Status">What it is.</param>
/// <param name="Body">The content, UTF-8 JSON; empty unless <paramref name="Status"/> is <see cref="FrameStatus.Message"/>.</param>
/// <param name="Announced">The length that its header gave, in bytes.</param>
internal readonly record struct Frame(FrameStatus Status, ReadOnlyMemory<byte> Body, long Announced = 0);

internal enum FrameStatus
{
    /// <summary>A whole message.</summary>
    Message,

    /// <summary>A message over the bound; its bytes have been passed over and the next frame can be read.</summary>
    TooLarge,

    /// <summary>The input has ended, maybe inside a message.</summary>
    End,
}
