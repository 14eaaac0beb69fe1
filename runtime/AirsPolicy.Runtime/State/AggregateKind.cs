namespace AirsPolicy.Runtime.State;

/// <summary>What is made of the events that count.</summary>
public enum AggregateKind
{
    /// <summary>How many there were: <c>count of</c>, and <c>earlier</c>, which asks for one.</summary>
    Count,

    /// <summary>The sum of a value of theirs: <c>sum of</c>.</summary>
    Sum,

    /// <summary>How many different values of one kind they had: <c>distinct of</c>.</summary>
    Distinct,

    /// <summary>Where they stand in an order of steps: <c>follows</c>.</summary>
    Steps,

    /// <summary>
    /// The mean of a value of theirs: <c>mean of</c>. In the unit of the sum, cut off at its last digit; of no events there is none.
    /// </summary>
    Mean,

    /// <summary>
    /// How far a value of theirs lies from its mean, as the square root of the mean of the squares: <c>deviation of</c>. In the unit of the
    /// sum, cut off at its last digit; of no events there is none.
    /// </summary>
    Deviation,
}

/// <summary>What kinds of aggregates have in common.</summary>
public static class AggregateKinds
{
    /// <summary>Whether it is made of amounts, and is an amount itself, and not a number of events.</summary>
    public static bool IsOfAmounts(this AggregateKind kind) => kind is AggregateKind.Sum or AggregateKind.Mean or AggregateKind.Deviation;
}
