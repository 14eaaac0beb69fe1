namespace AirsPolicy.Runtime.State.Queues;

/// <summary>What became of the word of a reviewer, and why, for people to read.</summary>
/// <param name="Answer">What became of it.</param>
/// <param name="Message">One sentence: what is wrong, or what is still needed.</param>
/// <param name="Became">The number of what a reviewer has changed it into; null where nobody has.</param>
public sealed record ReviewResult(ReviewAnswer Answer, string Message, long? Became = null)
{
    /// <summary>It changes something: the word was that of somebody who may decide, in time, on what waits.</summary>
    public bool Counts => Answer is ReviewAnswer.Counted or ReviewAnswer.Complete or ReviewAnswer.Refused;
}
