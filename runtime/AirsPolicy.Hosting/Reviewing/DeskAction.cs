namespace AirsPolicy.Hosting.Reviewing;

/// <summary>What a reviewer or an operator asks of a desk.</summary>
internal enum DeskAction
{
    List,
    Show,
    Claim,
    Release,
    Comment,
    Escalate,
    Approve,
    Refuse,
    Edit,
    Queues,
    Status,
    Halt,
    Lift,
    Degrade,
    Recover,
}
