using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AirsPolicy.Hosting.Evaluating;

/// <summary>
/// The ids of requests that go out with their facts and come back with them. Each bears a mark under the host's key, so that the id of a
/// request is the same at every step and nobody chooses one: draws hang on it.
/// </summary>
internal sealed class RequestIds(ReadOnlyMemory<byte>? key)
{
    private const int MarkBytes = 16;
    private const int Separator = 1;
    private const int LongestId = 128;

    private readonly byte[] _key = key?.ToArray() ?? RandomNumberGenerator.GetBytes(32);

    /// <summary>The draw of a request for the sample of a judge or queue.</summary>
    public decimal Draw(string name, string requestId) => SampleDraw.Of(_key, name, requestId);

    /// <summary>An id as it goes out.</summary>
    public string Issue(ReadOnlySpan<char> id)
    {
        Span<char> mark = stackalloc char[MarkBytes * 2];
        Mark(id, mark);
        return $"{id}-{mark}";
    }

    /// <summary>Whether an id went out from here, or from another host with the key. Nothing is allocated.</summary>
    public bool IsIssued(ReadOnlySpan<char> id)
    {
        var separator = id.Length - (MarkBytes * 2) - Separator;
        if (separator is < 0 or > LongestId || id[separator] != '-')
            return false;
        Span<char> mark = stackalloc char[MarkBytes * 2];
        return Mark(id[..separator], mark)
            && CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(mark), MemoryMarshal.AsBytes(id[(separator + Separator)..]));
    }

    /// <summary>The facts with an id in the place of whatever they say of it.</summary>
    /// <param name="facts">One JSON object in UTF-8 that could be read.</param>
    /// <param name="id">The id.</param>
    public static byte[] Put(ReadOnlySpan<byte> facts, string id)
    {
        var json = new Utf8JsonReader(facts);
        while (json.Read())
        {
            if (json.CurrentDepth != 1 || json.TokenType != JsonTokenType.PropertyName || !json.ValueTextEquals("request"u8))
                continue;
            json.Read();
            return json.TokenType == JsonTokenType.StartObject
                ? Within(facts, json, id)
                : Spliced(facts, (int)json.TokenStartIndex, (int)json.BytesConsumed, $"{{\"id\":\"{id}\"}}");
        }
        return JoinedFacts.Of(facts, [("request", $"{{\"id\":\"{id}\"}}")]);
    }

    private static byte[] Within(ReadOnlySpan<byte> facts, Utf8JsonReader json, string id)
    {
        var open = (int)json.BytesConsumed;
        var separator = "";
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isId = json.ValueTextEquals("id"u8);
            json.Read();
            var start = (int)json.TokenStartIndex;
            json.Skip();
            if (isId)
                return Spliced(facts, start, (int)json.BytesConsumed, $"\"{id}\"");
            separator = ",";
        }
        return Spliced(facts, open, open, $"\"id\":\"{id}\"{separator}");
    }

    private static byte[] Spliced(ReadOnlySpan<byte> facts, int start, int end, string json) =>
        [.. facts[..start], .. Encoding.UTF8.GetBytes(json), .. facts[end..]];

    private bool Mark(ReadOnlySpan<char> id, Span<char> mark)
    {
        // No declared name is without a dot, so that no draw is a mark.
        ReadOnlySpan<byte> purpose = "request\0"u8;
        Span<byte> named = stackalloc byte[8 + (LongestId * 3)];
        purpose.CopyTo(named);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, named[..(purpose.Length + Encoding.UTF8.GetBytes(id, named[purpose.Length..]))], hash);
        return Convert.TryToHexStringLower(hash[..MarkBytes], mark, out _);
    }
}
