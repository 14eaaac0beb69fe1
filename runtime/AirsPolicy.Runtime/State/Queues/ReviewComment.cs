namespace AirsPolicy.Runtime.State.Queues;

/// <summary>What a reviewer has noted of something that waits.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When, in UTC ticks.</param>
/// <param name="Text">The note, 1 to <see cref="MaxLength"/> UTF-16 units.</param>
public sealed record ReviewComment(string By, long At, string Text)
{
    /// <summary>How long a note may be, in UTF-16 units.</summary>
    public const int MaxLength = 2_000;

    /// <summary>How many notes something that waits can have.</summary>
    public const int Most = 50;
}
