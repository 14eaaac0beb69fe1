namespace AirsPolicy.Text.Patterns.Facts;

/// <summary>Characters of which every match contains one.</summary>
/// <param name="Any">The characters.</param>
/// <param name="Within">
/// One of them stands at most so many UTF-16 units behind the start of the match; null where no bound is known.
/// </param>
/// <param name="Weight">How often they stand in ordinary text, in thousandths.</param>
internal sealed record RequiredSet(CodePointSet Any, int? Within, int Weight)
{
    public static RequiredSet Of(CodePointSet set) => new(set, 0, CharacterWeights.Of(set));

    /// <summary>The one to look for where both are required one after the other: the rarer.</summary>
    public static RequiredSet? Sequence(RequiredSet? left, int? leftMax, RequiredSet? right)
    {
        if (right is null || (left is not null && left.Weight <= right.Weight)) return left;
        return right with { Within = leftMax + right.Within };
    }

    public static RequiredSet? Either(RequiredSet? left, RequiredSet? right)
    {
        if (left is null || right is null) return null;
        var both = left.Any.Union(right.Any);
        return new RequiredSet(
            both,
            left.Within is { } one && right.Within is { } other ? Math.Max(one, other) : null,
            CharacterWeights.Of(both));
    }
}
