using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AirsPolicy.Extensions.AI.Memory;

/// <summary>
/// What has been decided of the messages of conversations, so that a history is not decided again with each turn. Only digests are kept.
/// It is bounded: what is forgotten is decided again. For any number of threads.
/// </summary>
internal sealed class DecidedPieces(int most = DecidedPieces.Most)
{
    /// <summary>How many pieces are known at least of the latest.</summary>
    public const int Most = 100_000;

    private readonly Lock _order = new();
    private Dictionary<UInt128, DecidedPiece> _now = [];
    private Dictionary<UInt128, DecidedPiece> _before = [];

    /// <summary>What was decided of a piece within a scope, or null.</summary>
    public DecidedPiece? Find(string scope, string piece)
    {
        var key = Key(scope, piece);
        lock (_order)
            return _now.GetValueOrDefault(key) ?? _before.GetValueOrDefault(key);
    }

    public void Add(string scope, string piece, DecidedPiece decided)
    {
        var key = Key(scope, piece);
        lock (_order)
        {
            if (_now.Count >= most)
                (_before, _now) = (_now, []);
            _now[key] = decided;
        }
    }

    // Digests of fixed length, so that no scope goes over into a piece.
    private static UInt128 Key(string scope, string piece)
    {
        Span<byte> digests = stackalloc byte[2 * SHA256.HashSizeInBytes];
        Digest(scope, digests);
        Digest(piece, digests[SHA256.HashSizeInBytes..]);
        Span<byte> key = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(digests, key);
        return BinaryPrimitives.ReadUInt128LittleEndian(key);
    }

    private static void Digest(string text, Span<byte> digest)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        SHA256.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)), digest);
        ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
    }
}
