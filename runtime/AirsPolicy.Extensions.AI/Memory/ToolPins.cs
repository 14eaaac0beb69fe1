using System.Collections.Concurrent;

namespace AirsPolicy.Extensions.AI.Memory;

/// <summary>The definitions of tools, as they were given or first seen. For any number of threads.</summary>
internal sealed class ToolPins(IReadOnlyDictionary<string, string> known)
{
    // What comes beyond is refused: a name that is not kept could change.
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, string> _pins = new(known, StringComparer.Ordinal);

    /// <summary>Whether a tool is defined as it was before, or is seen for the first time.</summary>
    public bool Keeps(string name, string digest) =>
        _pins.TryGetValue(name, out var pin)
            ? pin == digest
            : _pins.Count < Most && _pins.GetOrAdd(name, digest) == digest;
}
