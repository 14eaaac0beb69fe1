using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Extensions.AI.Memory;

/// <summary>What was decided of a piece of a conversation.</summary>
/// <param name="GoesOn">It goes to the model.</param>
/// <param name="Change">How it is changed on its way, or null.</param>
/// <param name="Waits">The number under which it waits for people, or null.</param>
internal sealed record DecidedPiece(bool GoesOn, ContentChange? Change = null, long? Waits = null)
{
    public static readonly DecidedPiece Passed = new(true);
    public static readonly DecidedPiece Refused = new(false);
}
