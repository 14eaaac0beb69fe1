namespace AirsPolicy.Hosting.Evidence.Merkle;

/// <summary>Takes the hashes that tiles are made of while a tree grows.</summary>
public interface ITileSink
{
    /// <summary>Takes the next hash of a level; those of a level come in their order.</summary>
    /// <param name="level">0 for a leaf.</param>
    /// <param name="hash">32 bytes, which are written over after the call.</param>
    void Add(int level, ReadOnlySpan<byte> hash);
}
