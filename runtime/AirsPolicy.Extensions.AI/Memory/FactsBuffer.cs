using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AirsPolicy.Extensions.AI.Memory;

/// <summary>Where the facts of one decision after another are written. One thread at a time.</summary>
internal sealed class FactsBuffer : IDisposable
{
    // Most facts fit without another array.
    private const int Size = 4_096;

    // One that had to grow for a long text is not kept for ever.
    private const int MostKept = 65_536;

    // Nothing that is written here goes into a page.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _bytes = new(Size);
    private readonly Utf8JsonWriter _json;

    public FactsBuffer() => _json = new Utf8JsonWriter(_bytes, s_options);

    /// <summary>It can be used for another request.</summary>
    public bool IsSmall => _bytes.Capacity <= MostKept;

    /// <summary>Begins anew: what was written before is gone.</summary>
    public Utf8JsonWriter Begin()
    {
        _bytes.Clear();
        _json.Reset(_bytes);
        return _json;
    }

    /// <summary>What was written since; it lasts until the next beginning.</summary>
    public ReadOnlyMemory<byte> End()
    {
        _json.Flush();
        return _bytes.WrittenMemory;
    }

    public void Dispose() => _json.Dispose();
}
