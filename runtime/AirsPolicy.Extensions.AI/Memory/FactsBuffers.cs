using System.Collections.Concurrent;

namespace AirsPolicy.Extensions.AI.Memory;

/// <summary>Buffers that wait for the next request. For any number of threads.</summary>
internal sealed class FactsBuffers
{
    private const int Most = 64;

    private readonly ConcurrentQueue<FactsBuffer> _buffers = new();

    public FactsBuffer Rent() => _buffers.TryDequeue(out var buffer) ? buffer : new FactsBuffer();

    /// <summary>Takes a buffer back. What lies in it is wiped.</summary>
    public void Return(FactsBuffer buffer)
    {
        if (buffer.IsSmall && _buffers.Count < Most)
        {
            buffer.Begin();
            _buffers.Enqueue(buffer);
        }
        else
        {
            buffer.Dispose();
        }
    }
}
