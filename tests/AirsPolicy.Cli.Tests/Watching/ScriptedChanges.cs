using AirsPolicy.Cli.Watching;

namespace AirsPolicy.Cli.Tests.Watching;

/// <summary>Changes that come one after the other as a test says; watching ends behind the last.</summary>
internal sealed class ScriptedChanges(params Func<string?>[] steps) : IChangeSource
{
    private readonly CancellationTokenSource _end = new();
    private int _next;

    public CancellationToken Ended => _end.Token;

    /// <summary>How long the loop was willing to wait, each time.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public string? Next(TimeSpan patience)
    {
        Waits.Add(patience);
        if (_next < steps.Length)
            return steps[_next++]();
        End();
        return null;
    }

    public void End() => _end.Cancel();

    public void Dispose() => _end.Dispose();
}
