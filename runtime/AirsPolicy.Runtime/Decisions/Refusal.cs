namespace AirsPolicy.Runtime.Decisions;

/// <summary>Why a rule refuses that nobody has written: the language makes it of a declaration.</summary>
/// <param name="Kind">What it refuses. What the user is told follows from that, where no rule of the policy has a message.</param>
/// <param name="Reason">Why, in one sentence for reviewers and authors. It may name agents, tools and limits, and is not for users.</param>
public sealed record Refusal(RefusalKind Kind, string Reason);
