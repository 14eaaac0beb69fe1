namespace AirsPolicy.Runtime.State.Changes;

/// <summary>How a state is kept beyond the process.</summary>
/// <param name="Journal">Takes its changes down.</param>
/// <param name="Secret">
/// 32 random bytes that stay the same as long as the journal does, and that nobody else knows: where keys fall that found no room.
/// </param>
public sealed record StateKeeping(IStateJournal Journal, ReadOnlyMemory<byte> Secret);
