using AirsPolicy.Runtime.Facts.Json;

namespace AirsPolicy.Language.Analysis.Costs;

/// <summary>What something costs at most. Sums and products stop at the greatest number instead of leaving its range.</summary>
/// <param name="Steps">How many operations are evaluated: conditions, operands, items of lists.</param>
/// <param name="Characters">How many UTF-16 units of text are gone through, once for each search, view and pattern.</param>
/// <param name="LookUps">How often the past is asked.</param>
internal readonly record struct Cost(long Steps, long Characters, long LookUps)
{
    /// <summary>Nothing.</summary>
    public static readonly Cost None;

    /// <summary>One operation.</summary>
    public static Cost Step { get; } = new(1, 0, 0);

    /// <summary>One question to the past.</summary>
    public static Cost LookUp { get; } = new(1, 0, 1);

    /// <summary>
    /// All of it in one number: a step for every operation, every question to the past, and every 256 characters, which is how quantifiers
    /// are counted too.
    /// </summary>
    public long Total => Sum(Sum(Steps, LookUps), FactLimits.StepsOf(Characters));

    /// <summary>Text that is gone through.</summary>
    public static Cost Text(long characters) => new(0, characters, 0);

    /// <summary>Both.</summary>
    public static Cost operator +(Cost left, Cost right) =>
        new(Sum(left.Steps, right.Steps), Sum(left.Characters, right.Characters), Sum(left.LookUps, right.LookUps));

    /// <summary>So often.</summary>
    public Cost Times(long count) => new(Product(Steps, count), Product(Characters, count), Product(LookUps, count));

    /// <summary>The sum of numbers that are not negative.</summary>
    internal static long Sum(long left, long right) => left > long.MaxValue - right ? long.MaxValue : left + right;

    /// <summary>The product of numbers that are not negative.</summary>
    internal static long Product(long left, long right) => (long)Int128.Min((Int128)left * right, long.MaxValue);
}
