namespace AirsPolicy.Runtime.State.Changes;

/// <summary>
/// Takes down how a state changes, in the order in which it does. Whoever applies the same changes in the same order to an empty state
/// (<see cref="PolicyState.Apply"/>) has the state again; no rule is asked anew.
/// </summary>
public interface IStateJournal
{
    /// <summary>Takes a change down. It is called under the lock of what changes: it copies the bytes and waits for nothing.</summary>
    /// <param name="change">The change, in a form that only <see cref="PolicyState.Apply"/> reads.</param>
    /// <param name="role">How it is to be kept.</param>
    void Add(ReadOnlySpan<byte> change, ChangeRole role);
}
