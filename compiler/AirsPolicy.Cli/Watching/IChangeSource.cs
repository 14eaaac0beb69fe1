namespace AirsPolicy.Cli.Watching;

/// <summary>Says which files change.</summary>
internal interface IChangeSource : IDisposable
{
    /// <summary>Is cancelled where nobody wants to know any more.</summary>
    CancellationToken Ended { get; }

    /// <summary>Waits for the next change.</summary>
    /// <param name="patience">How long; <see cref="Timeout.InfiniteTimeSpan"/> for until one comes.</param>
    /// <returns>The full path of a file that was written, created, renamed or deleted.
    /// Null where none came in time, or watching has ended.</returns>
    string? Next(TimeSpan patience);
}
