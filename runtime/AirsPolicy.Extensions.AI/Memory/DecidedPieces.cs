using AirsPolicy.Extensions.AI.Contents;

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
    public DecidedPiece? Find(UInt128 scope, UInt128 piece)
    {
        var key = Digest.Of(scope, piece);
        lock (_order)
            return _now.GetValueOrDefault(key) ?? _before.GetValueOrDefault(key);
    }

    public void Add(UInt128 scope, UInt128 piece, DecidedPiece decided)
    {
        var key = Digest.Of(scope, piece);
        lock (_order)
        {
            if (_now.Count >= most)
                (_before, _now) = (_now, []);
            _now[key] = decided;
        }
    }
}
