using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Evaluation.Search;

/// <summary>
/// How many parts of patterns the searches of one evaluation may still follow. Counted in its own way: a search without automata takes more
/// steps for the same.
/// </summary>
/// <param name="most">The steps of one evaluation.</param>
internal sealed class SearchWork(long most)
{
    /// <summary>Why a rule fails that asks of a text then.</summary>
    public static readonly Failure UsedUp = new(FailureKind.OverLimit, "The search of texts takes more steps than one decision may.");

    /// <summary>How many steps were taken.</summary>
    public long Spent { get; private set; }

    /// <summary>Takes steps.</summary>
    /// <exception cref="SearchWorkException">There are fewer left.</exception>
    public void Spend(long steps = 1)
    {
        Spent += steps;
        if (Spent > most)
            throw new SearchWorkException();
    }
}
