namespace AirsPolicy.Runtime.Facts.Checks;

/// <summary>What is known of the items of one list while it is read.</summary>
internal struct ListState
{
    /// <summary>How many items each <c>contains</c> has counted.</summary>
    public Counters Counters;

    /// <summary>One more than the number by which the items of the list are told from others; 0 until there is one.</summary>
    public int Owner;
}
