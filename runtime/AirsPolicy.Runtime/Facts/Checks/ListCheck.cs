namespace AirsPolicy.Runtime.Facts.Checks;

/// <summary>What is asked of a list.</summary>
/// <param name="First">What is asked of each of the first items.</param>
/// <param name="Rest">What is asked of the items behind those, or null.</param>
/// <param name="Counts">How many items there have to be.</param>
/// <param name="Contained">How many have to fit, for each <c>contains</c>.</param>
/// <param name="Unique">The schemas that refuse a list with two equal items.</param>
internal sealed record ListCheck(ChildCheck?[] First, ChildCheck? Rest, CountTest[] Counts, CountTest[] Contained, ulong Unique)
{
    /// <summary>The schemas that something here can make refuse the list.</summary>
    public ulong Parts { get; } =
        Counts.Concat(Contained).Aggregate(Unique, (parts, test) => parts | test.Part)
        | First.Append(Rest).Aggregate(0UL, (parts, item) => parts | (item?.Parts ?? 0));

    /// <summary>What is asked of an item.</summary>
    public ChildCheck? Of(int index) => index < First.Length ? First[index] : Rest;
}
