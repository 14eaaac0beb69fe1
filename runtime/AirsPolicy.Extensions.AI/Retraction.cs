using AirsPolicy.Hosting;

namespace AirsPolicy.Extensions.AI;

/// <summary>What has gone on is to be taken back.</summary>
/// <param name="Message">What its reader is told in its place, as the policy says it.</param>
/// <param name="Review">
/// The facts that were decided on, <c>request.id</c> and <c>session.id</c> among them, with what the judges answered; and what follows.
/// </param>
public sealed record Retraction(string Message, JudgeReview Review);
