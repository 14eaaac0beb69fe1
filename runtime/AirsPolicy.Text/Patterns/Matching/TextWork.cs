namespace AirsPolicy.Text.Patterns.Matching;

/// <summary>
/// How much work is left for the searches of one decision, in instructions of patterns. Once it is used up every search ends where it
/// stands, and what any of them found since means nothing: who asked has to fail. One thread at a time.
/// </summary>
/// <param name="most">The steps of one decision.</param>
internal sealed class TextWork(long most = long.MaxValue)
{
    private long _spent;

    /// <summary>More would have been taken than there was.</summary>
    public bool IsExhausted => _spent > most;

    /// <summary>Another decision begins.</summary>
    public void Begin() => _spent = 0;

    /// <summary>Takes steps; what is over the bound by the last of them stays over it.</summary>
    public void Spend(long steps) => _spent += steps;
}
