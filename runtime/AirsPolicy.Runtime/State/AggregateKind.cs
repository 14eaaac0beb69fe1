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
}
