namespace AirsPolicy.Language.Reasoning.Rules;

/// <summary>A part of a condition that can be both true and false.</summary>
/// <param name="Term">What it speaks of.</param>
internal readonly record struct OpenPart(string Term)
{
    /// <summary>How a number is held against a constant, where that is an order; null for any other part.</summary>
    public NumberTest? Number { get; init; }

    /// <summary>The constant that a list has to hold; null for any other part.</summary>
    public object? Element { get; init; }
}
