using System.Collections.Concurrent;
using System.Security.Cryptography;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Hosting.Evaluating;

/// <summary>The names of hidden values, by session.</summary>
internal sealed class SessionRedactions
{
    /// <summary>
    /// How many sessions have numbers of their own at a time. In those that find no room values are named by their hashes.
    /// </summary>
    public const int MostSessions = 100_000;

    private readonly ConcurrentDictionary<string, RedactionLabels> _sessions = new(StringComparer.Ordinal);
    private readonly byte[] _key;
    private readonly RedactionLabels _crowded;
    private int _count;

    /// <param name="key">The secret, or null for one of its own.</param>
    public SessionRedactions(ReadOnlyMemory<byte>? key)
    {
        _key = key?.ToArray() ?? RandomNumberGenerator.GetBytes(32);
        _crowded = RedactionLabels.WithoutNumbers(_key);
    }

    public RedactionLabels Of(string? session)
    {
        if (session is null)
            return new RedactionLabels(_key);
        if (_sessions.TryGetValue(session, out var known))
            return known;
        if (Volatile.Read(ref _count) >= MostSessions)
            return _crowded;
        var labels = new RedactionLabels(_key);
        if (!_sessions.TryAdd(session, labels))
            return _sessions.TryGetValue(session, out known) ? known : labels;
        Interlocked.Increment(ref _count);
        return labels;
    }

    public void End(string session)
    {
        if (_sessions.TryRemove(session, out _))
            Interlocked.Decrement(ref _count);
    }
}
