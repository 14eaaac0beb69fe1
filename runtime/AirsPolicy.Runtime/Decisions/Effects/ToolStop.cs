namespace AirsPolicy.Runtime.Decisions.Effects;

/// <summary>What the host does with calls of a tool that are under way when what they belong to is halted.</summary>
/// <param name="Tool">The tool, by its name outside.</param>
/// <param name="Action">What is done.</param>
/// <param name="By">The tool that undoes it, by its name outside; null where nothing is undone.</param>
public sealed record ToolStop(string Tool, StopAction Action, string? By);

/// <summary>What happens to work in flight.</summary>
public enum StopAction
{
    /// <summary>What was done is undone by another tool.</summary>
    Undo = 0,

    /// <summary>What has begun is finished.</summary>
    Complete = 1,

    /// <summary>It is left as it is, for people to look at.</summary>
    Leave = 2,

    /// <summary>It is broken off, and what came of it is thrown away.</summary>
    Discard = 3,
}
