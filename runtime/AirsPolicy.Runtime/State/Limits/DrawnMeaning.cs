using AirsPolicy.Runtime.State.Changes;

namespace AirsPolicy.Runtime.State.Limits;

/// <summary>What draws mean, so that limits which draw the same share them whatever they allow.</summary>
/// <param name="Digest">What is drawn.</param>
/// <param name="Owner">With whose end it is forgotten.</param>
/// <param name="Within">How long a draw counts, in ticks of 100 ns; 0 for as long as its key lives.</param>
/// <param name="MaxKeys">How many keys are counted at a time.</param>
internal readonly record struct DrawnMeaning(string Digest, StateOwner Owner, long Within, int MaxKeys)
{
    public static DrawnMeaning Of(KeptLimit limit) =>
        new(limit.Digest, limit.Owner, limit.Definition.Within, limit.Definition.MaxKeys);

    public static DrawnMeaning Read(ref ChangeReader change) =>
        new(change.Text(), change.Word<StateOwner>(), change.Long(), change.Int());

    public void Write(ChangeWriter journal) => journal.Add(Digest).Add((long)Owner).Add(Within).Add((long)MaxKeys);

    /// <summary>A limit of that meaning, as far as draws are written down for it.</summary>
    /// <param name="isExact">Each draw is remembered by itself.</param>
    public LimitDefinition Definition(bool isExact) => new(Within, isExact ? AggregateDefinition.MaxExact : 0, MaxKeys);
}
