using System.Net;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI;

/// <summary>How a chat client is asked for a judge. Whatever these say, the time that the policy gives the judge ends it.</summary>
public sealed record ChatJudgeOptions
{
    /// <summary>Options of each request, or null; format, tools and instructions are the judge's own.</summary>
    public ChatOptions? Request { get; init; }

    /// <summary>How often a question is sent at most, 1 to 10. 3 by default.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>
    /// About how long to wait before the second attempt; it doubles with each one and varies by chance. At most a minute, half a second by
    /// default.
    /// </summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long one attempt may take, 10 ms to a day. 20 s by default.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// How many requests are under way at a time, 1 to 1,024; the others wait within the time of the policy. 8 by default.
    /// </summary>
    public int Parallel { get; init; } = 8;

    /// <summary>What a million tokens cost that the model reads, 0 to 1,000,000 in the currency of your choice.</summary>
    public decimal InputPrice { get; init; }

    /// <summary>What a million tokens cost that the model writes, 0 to 1,000,000 in the same currency.</summary>
    public decimal OutputPrice { get; init; }

    /// <summary>
    /// Whether it may help to ask again. By default after a failed connection and after the statuses 408, 429 and 500 upwards of
    /// <see cref="HttpRequestException"/>. An attempt that took too long counts as transient whatever this says.
    /// </summary>
    public Func<Exception, bool> IsTransient { get; init; } = fault => fault switch
    {
        HttpRequestException { StatusCode: { } status } =>
            status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError,
        HttpRequestException or IOException or TimeoutException => true,
        TaskCanceledException { InnerException: TimeoutException } => true,
        _ => false,
    };

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <exception cref="ArgumentOutOfRangeException">One of them is out of its range.</exception>
    internal void Check()
    {
        Check(Attempts is >= 1 and <= 10, nameof(Attempts));
        Check(Delay >= TimeSpan.Zero && Delay <= TimeSpan.FromMinutes(1), nameof(Delay));
        Check(AttemptTimeout >= TimeSpan.FromMilliseconds(10) && AttemptTimeout <= TimeSpan.FromDays(1), nameof(AttemptTimeout));
        Check(Parallel is >= 1 and <= 1_024, nameof(Parallel));
        Check(InputPrice is >= 0 and <= 1_000_000, nameof(InputPrice));
        Check(OutputPrice is >= 0 and <= 1_000_000, nameof(OutputPrice));
    }

    private static void Check(bool fits, string option)
    {
        if (!fits)
            throw new ArgumentOutOfRangeException(option, $"'{option}' of the judge is out of its range.");
    }
}
