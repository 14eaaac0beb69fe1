using AirsPolicy.Hosting;

namespace AirsPolicy.AriaChat;

/// <summary>A judge, and what share of its questions had no answer.</summary>
internal sealed class CountedJudge(IJudge judge) : IJudge
{
    private int _asked;
    private int _failed;

    public async ValueTask<string?> AnswerAsync(JudgeQuestion question, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _asked);
        try
        {
            return await judge.AnswerAsync(question, cancellation);
        }
        catch
        {
            Interlocked.Increment(ref _failed);
            throw;
        }
    }

    /// <summary>How many were asked since this was last said, and how many of them failed.</summary>
    public (int Asked, int Failed) Take() => (Interlocked.Exchange(ref _asked, 0), Interlocked.Exchange(ref _failed, 0));
}
