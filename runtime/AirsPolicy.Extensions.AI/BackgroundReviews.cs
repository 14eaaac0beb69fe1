using System.Threading.Channels;

namespace AirsPolicy.Extensions.AI;

/// <summary>
/// Has judges look at decisions afterwards: a few at a time, while a bounded number waits. What finds no place, and what is left over at
/// the end, is settled without asking them, so that nothing is passed over in silence.
/// </summary>
internal sealed class BackgroundReviews
{
    // For what does not end when it is told to, as the notification of an application.
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(5);

    private readonly Channel<WaitingReview> _waiting;
    private readonly CancellationToken _ending;
    private readonly Func<Task> _end;
    private readonly Func<WaitingReview, CancellationToken, Task> _review;
    private readonly Func<WaitingReview, Task> _settle;
    private readonly TimeProvider _clock;
    private readonly Task _workers;
    private readonly Lock _counting = new();
    private int _open;
    private TaskCompletionSource? _settled;

    /// <param name="parallel">How many are looked at a time.</param>
    /// <param name="waiting">How many wait at most.</param>
    /// <param name="review">Has the judges asked. What it throws, the decision is settled.</param>
    /// <param name="settle">Settles one without asking them. It throws nothing.</param>
    /// <param name="clock">The clock.</param>
    public BackgroundReviews(
        int parallel,
        int waiting,
        Func<WaitingReview, CancellationToken, Task> review,
        Func<WaitingReview, Task> settle,
        TimeProvider clock)
    {
        (_review, _settle, _clock) = (review, settle, clock);
        var ending = new CancellationTokenSource();
        (_ending, _end) = (ending.Token, ending.CancelAsync);
        _waiting = Channel.CreateBounded<WaitingReview>(waiting);
        _workers = Task.WhenAll(Enumerable.Range(0, parallel).Select(_ => Task.Run(WorkAsync)));
    }

    /// <summary>Puts a decision at the end of those that wait.</summary>
    public void Add(WaitingReview review)
    {
        lock (_counting)
            _open++;
        // Whoever asks too much settles it on its own time.
        if (!_waiting.Writer.TryWrite(review))
            _ = SettleAsync(review);
    }

    /// <summary>Ends once nothing waits any more.</summary>
    public Task SettledAsync(CancellationToken cancellation)
    {
        lock (_counting)
        {
            if (_open == 0)
                return Task.CompletedTask;
            _settled ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _settled.Task.WaitAsync(cancellation);
        }
    }

    /// <summary>Takes no more, and ends once everything that waits is settled; from the cancellation on nobody is asked any more.</summary>
    public async Task DrainAsync(CancellationToken cancellation)
    {
        _waiting.Writer.TryComplete();
        try
        {
            await _workers.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await _end().ConfigureAwait(false);
            await _workers.WaitAsync(s_grace, _clock, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task WorkAsync()
    {
        await foreach (var review in _waiting.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            try
            {
                _ending.ThrowIfCancellationRequested();
                await _review(review, _ending).ConfigureAwait(false);
            }
            // Once it ends, what is given up may fail in its own way.
            catch (Exception)
            {
                await _settle(review).ConfigureAwait(false);
            }
            Close();
        }
    }

    private async Task SettleAsync(WaitingReview review)
    {
        await _settle(review).ConfigureAwait(false);
        Close();
    }

    private void Close()
    {
        TaskCompletionSource? settled = null;
        lock (_counting)
        {
            if (--_open == 0)
                (settled, _settled) = (_settled, null);
        }
        settled?.SetResult();
    }
}
