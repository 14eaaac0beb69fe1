using AirsPolicy.Runtime.Collections;

namespace AirsPolicy.Language.Model.Governance;

/// <summary>A parameter that says in which direction it is stricter. Its value is worked in; this is where.</summary>
/// <param name="Name">Its qualified name.</param>
/// <param name="IsLowerStricter">A lower value is stricter; else a higher one.</param>
/// <param name="Uses">Where its value stands in expressions, ordered by file and place.</param>
public sealed record ParamModel(string Name, bool IsLowerStricter, ValueList<ParamUseModel> Uses);

/// <summary>A value of a parameter in an expression, or as a time that an effect, a queue or a record is given.</summary>
/// <param name="Place">Where it is written.</param>
/// <param name="Time">What it is where it is such a time, which no expression of a rule holds.</param>
public sealed record ParamUseModel(SourcePlace Place, GivenTime Time = GivenTime.None);

/// <summary>A time that is written down as it stands.</summary>
public enum GivenTime
{
    /// <summary>It is none.</summary>
    None = 0,

    /// <summary>How long people have before silence refuses: the shorter the stricter.</summary>
    Deadline = 1,

    /// <summary>How long something is halted: the longer the stricter.</summary>
    Halt = 2,

    /// <summary>How long something is kept at least: the longer the stricter.</summary>
    Kept = 3,
}
