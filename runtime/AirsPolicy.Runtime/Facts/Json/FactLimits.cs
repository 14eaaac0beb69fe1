namespace AirsPolicy.Runtime.Facts.Json;

/// <summary>
/// How much a set of facts may hold, and how much work the search of its texts may be. What is over a limit is a failure and never cut.
/// </summary>
/// <param name="MaxTextBytes">The greatest size of one text in UTF-8 bytes, 1 to 1 MiB.</param>
/// <param name="MaxFactsBytes">The greatest size of the whole JSON in bytes, 1 to 16 MiB.</param>
/// <param name="MaxTextSteps">
/// The deadline of a decision, in steps and not in time, so that it is the same on every machine: how many instructions of patterns it may
/// visit beyond one look into a table for each character. A rule that asks of a text when they are used up fails
/// (<see cref="Decisions.FailureKind.OverLimit"/>).
/// </param>
public sealed record FactLimits(
    int MaxTextBytes = FactLimits.DefaultTextBytes,
    int MaxFactsBytes = FactLimits.DefaultFactsBytes,
    long MaxTextSteps = FactLimits.DefaultTextSteps)
{
    /// <summary>1 MiB.</summary>
    public const int DefaultTextBytes = 1 << 20;

    /// <summary>16 MiB.</summary>
    public const int DefaultFactsBytes = 1 << 24;

    /// <summary>2^28: about three seconds, where ordinary texts take thousandths of it.</summary>
    public const long DefaultTextSteps = 1 << 28;

    /// <summary>How deep lists and records may lie in one another, the root record included.</summary>
    public const int MaxDepth = 64;

    /// <summary>
    /// How many steps one quantifier or drop takes, those of quantifiers nested in it included: one for each list item that it looks at,
    /// enough for two lists of <see cref="Shapes.ListShape.Cap"/> items in one another, and more for long texts
    /// (<see cref="StepsOf(int)"/>). More fail the rule.
    /// </summary>
    public const int MaxSteps = 1 << 20;

    /// <summary>How many steps it takes within a quantifier to go through a text: one for every 256 UTF-16 units in full.</summary>
    public static int StepsOf(int length) => length >> 8;

    /// <inheritdoc cref="StepsOf(int)"/>
    public static long StepsOf(long length) => length >> 8;

    /// <summary>
    /// How much one rule works out at a time: the UTF-16 units of all texts that <c>+</c> and functions make, and for each span of a
    /// detector <see cref="UnitsOfSpan"/> and its digits. What an item of a quantifier or drop needs is let go with the item, and the rest
    /// with the rule. More fails the rule.
    /// </summary>
    public const int MaxWorkedOut = 1 << 24;

    /// <summary>What a span of a detector takes of <see cref="MaxWorkedOut"/>, beside its digits.</summary>
    public const int UnitsOfSpan = 16;

    public static readonly FactLimits Default = new();
}
