using System.Numerics;

namespace AirsPolicy.Runtime.Facts.Checks;

/// <summary>How schemas that look at the same value are taken together.</summary>
internal enum CombinationKind : byte
{
    /// <summary><c>allOf</c>, <c>$ref</c>.</summary>
    All,

    /// <summary><c>anyOf</c>.</summary>
    Any,

    /// <summary><c>oneOf</c>.</summary>
    One,

    /// <summary><c>not</c>.</summary>
    None,

    /// <summary><c>if</c>, <c>then</c>, <c>else</c>.</summary>
    Choice,

    /// <summary><c>dependentSchemas</c>.</summary>
    Dependent,
}

/// <summary>One keyword that takes schemas together, asked when all that it looks at is known.</summary>
/// <param name="Part">The schema that has the keyword.</param>
/// <param name="First">The schemas that it takes together; the condition of a choice.</param>
/// <param name="Second">
/// The schemas that stand twice in <c>oneOf</c>; what follows a condition that holds; the member that others depend on.
/// </param>
/// <param name="Third">What follows a condition that does not hold.</param>
internal readonly record struct Combination(CombinationKind Kind, ulong Part, ulong First, ulong Second = 0, ulong Third = 0)
{
    /// <summary>Whether the keyword refuses the value.</summary>
    /// <param name="refused">The schemas that refuse it.</param>
    /// <param name="seen">The members that a record has.</param>
    public bool Refuses(ulong refused, ulong seen) => Kind switch
    {
        CombinationKind.All => (refused & First) != 0,
        CombinationKind.Any => (refused & First) == First,
        CombinationKind.One => BitOperations.PopCount(First & ~refused) != 1 || (Second & ~refused) != 0,
        CombinationKind.None => (refused & First) == 0,
        CombinationKind.Choice => (refused & ((refused & First) == 0 ? Second : Third)) != 0,
        _ => (seen & Second) != 0 && (refused & First) != 0,
    };

    /// <summary>Whether the keyword can refuse a value where only some schemas can.</summary>
    public bool MayRefuse(ulong parts) => Kind switch
    {
        CombinationKind.All or CombinationKind.Dependent => (parts & First) != 0,
        CombinationKind.Any => (parts & First) == First,
        CombinationKind.Choice => (parts & (Second | Third)) != 0,
        _ => true,
    };
}
