using AirsPolicy.Collections;

namespace AirsPolicy.Language.Model.Governance;

/// <summary>A parameter that says in which direction it is stricter. Its value is worked in; this is where.</summary>
/// <param name="Name">Its qualified name.</param>
/// <param name="IsLowerStricter">A lower value is stricter; else a higher one.</param>
/// <param name="Uses">Where its value stands, ordered by file and place. Tests and proofs are left out: they decide nothing.</param>
public sealed record ParamModel(string Name, bool IsLowerStricter, ValueList<ParamUseModel> Uses);

/// <summary>One place where the value of a parameter stands.</summary>
/// <param name="Place">Where it is written.</param>
/// <param name="Role">What it is there.</param>
/// <param name="Detector">Of a weight: the qualified name of the detector.</param>
public sealed record ParamUseModel(SourcePlace Place, ParamRole Role = ParamRole.InExpression, string? Detector = null);

/// <summary>What the value of a parameter is where it stands.</summary>
public enum ParamRole
{
    /// <summary>A part of an expression of the model. What it does there follows from the expression.</summary>
    InExpression = 0,

    /// <summary>
    /// A number that is the stricter the greater it is: how long something is halted, cut off or kept, a share that is looked at, a least
    /// value.
    /// </summary>
    GreaterIsStricter = 1,

    /// <summary>
    /// A number that is the stricter the less it is: how long people have, how long something has to last before it counts, a greatest
    /// value.
    /// </summary>
    LessIsStricter = 2,

    /// <summary>The weight of an item of a detector. What it does follows from what rules ask of the detector.</summary>
    Weight = 3,

    /// <summary>A number of which a greater one may let more through, or less.</summary>
    Unclear = 4,
}
