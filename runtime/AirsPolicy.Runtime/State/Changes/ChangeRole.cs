namespace AirsPolicy.Runtime.State.Changes;

/// <summary>How a change is to be kept.</summary>
public enum ChangeRole
{
    /// <summary>Soon: a crash may lose the last of them. What is counted, labels and texts of sessions.</summary>
    Soon = 0,

    /// <summary>
    /// Before anybody is told of it: halts, breakers, charts, what waits for people and what they say, and amounts that are drawn.
    /// </summary>
    First = 1,

    /// <summary>
    /// It says again what changes before it have come to (<see cref="PolicyState.Rewrite"/>). It takes their place once all that belongs
    /// together is kept, and counts for nothing before.
    /// </summary>
    Whole = 2,
}
