using AirsPolicy.Hosting;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Extensions.AI.Tests.Scripted;

/// <summary>A reviewer who approves.</summary>
internal static class Approving
{
    /// <summary>Everything that waits in a queue.</summary>
    public static void All(PolicyHost host, string queue, string role)
    {
        foreach (var waiting in host.Waiting(queue))
        {
            var said = host.Review(
                waiting.Number,
                new Review(queue, new Reviewer("rita", ReviewerKind.Person, [role]), waiting.Request.Digest, Approves: true));
            Assert.Equal((ReviewAnswer.Complete, null), (said.Answer, said.Answer == ReviewAnswer.Complete ? null : said.Message));
        }
    }
}
