namespace AirsPolicy.Runtime.State.Keys;

/// <summary>The key of an event.</summary>
/// <param name="Key">Who or what it counts for.</param>
/// <param name="Owner">
/// The session or run it is of, with whose end it is forgotten where it does not go by itself; the key of the system for none.
/// </param>
public readonly record struct EventKey(StateKey Key, StateKey Owner = default)
{
    /// <summary>A key that ends with nothing else than itself.</summary>
    public static implicit operator EventKey(StateKey key) => new(key);

    internal bool Owned => Owner != default && Owner != Key;
}
