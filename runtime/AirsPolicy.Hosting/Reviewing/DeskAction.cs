namespace AirsPolicy.Hosting.Reviewing;

/// <summary>What a reviewer asks of a desk.</summary>
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
}
