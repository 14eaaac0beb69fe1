using AirsPolicy.Hosting;

namespace AirsPolicy.Cli.Judging;

/// <summary>A judge of whose failures the first is kept, since a host says only that there is no answer.</summary>
internal sealed class NotedJudge(IJudge judge) : IJudge
{
    private string? _failure;

    public string? Failure => _failure;

    public async ValueTask<string?> AnswerAsync(JudgeQuestion question, CancellationToken cancellation)
    {
        try
        {
            return await judge.AnswerAsync(question, cancellation).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            Interlocked.CompareExchange(ref _failure, fault.Message, null);
            throw;
        }
    }
}
