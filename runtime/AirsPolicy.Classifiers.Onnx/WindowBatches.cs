using System.Threading.Channels;

namespace AirsPolicy.Classifiers.Onnx;

/// <summary>Brings windows that wait through a model in batches. A batch that fails, fails its texts and nothing else.</summary>
internal sealed class WindowBatches
{
    private readonly Func<IReadOnlyList<int[]>, IReadOnlyList<double>> _score;
    private readonly OnnxClassifierOptions _options;
    private readonly Channel<(PendingText Text, int[] Window)> _waiting;
    private readonly Task _workers;
    private volatile bool _isStopped;

    /// <param name="score">Gives the score of each window, NaN for none.</param>
    /// <param name="options">The size of batches, how many wait, and how long.</param>
    public WindowBatches(Func<IReadOnlyList<int[]>, IReadOnlyList<double>> score, OnnxClassifierOptions options)
    {
        (_score, _options) = (score, options);
        _waiting = Channel.CreateBounded<(PendingText, int[])>(options.Waiting);
        _workers = Task.WhenAll(Enumerable.Range(0, options.Parallel).Select(_ => Task.Run(WorkAsync)));
    }

    /// <summary>The highest score of the windows of a text.</summary>
    /// <exception cref="OnnxClassifierException">There is no score.</exception>
    /// <exception cref="ObjectDisposedException">The batches are stopped.</exception>
    public async Task<double> ScoreAsync(IReadOnlyList<int[]> windows, CancellationToken cancellation)
    {
        var text = new PendingText(windows.Count);
        try
        {
            if (!windows.All(window => _waiting.Writer.TryWrite((text, window))))
                throw FaultOf(OnnxClassifierFault.QueueFull, "Too many texts wait for the model.");
            return await text.Score.WaitAsync(_options.Timeout, _options.Clock, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new OnnxClassifierException(OnnxClassifierFault.Timeout, $"The classifier has no answer within {_options.Timeout}.");
        }
        finally
        {
            text.GiveUp();
        }
    }

    /// <summary>Fails what waits, and takes nothing more.</summary>
    /// <returns>The end of the batches that are under way.</returns>
    public Task Stop()
    {
        _isStopped = true;
        _waiting.Writer.TryComplete();
        while (_waiting.Reader.TryRead(out var one))
            one.Text.Fail(Stopped());
        return _workers;
    }

    private static ObjectDisposedException Stopped() => new(nameof(OnnxClassifier));

    // Whatever fails once the batches are stopped, fails for that.
    private Exception FaultOf(OnnxClassifierFault fault, string message, Exception? cause = null) =>
        _isStopped ? Stopped() : new OnnxClassifierException(fault, message, cause);

    private async Task WorkAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            var batch = new List<(PendingText, int[])>();
            Take(batch);
            if (batch.Count > 0 && _options.BatchDelay > TimeSpan.Zero)
                await FillAsync(batch).ConfigureAwait(false);
            if (batch.Count > 0)
                Run(batch);
        }
    }

    private async Task FillAsync(List<(PendingText, int[])> batch)
    {
        using var over = new CancellationTokenSource(_options.BatchDelay, _options.Clock);
        try
        {
            while (batch.Count < _options.BatchSize && await _waiting.Reader.WaitToReadAsync(over.Token).ConfigureAwait(false))
                Take(batch);
        }
        catch (OperationCanceledException)
        {
            // The batch goes as it is.
        }
    }

    // Nobody waits any longer for a text that is over.
    private void Take(List<(PendingText, int[])> batch)
    {
        while (batch.Count < _options.BatchSize && _waiting.Reader.TryRead(out var one))
        {
            if (!one.Text.IsOver)
                batch.Add(one);
        }
    }

    private void Run(List<(PendingText Text, int[] Window)> batch)
    {
        try
        {
            ObjectDisposedException.ThrowIf(_isStopped, typeof(OnnxClassifier));
            var scores = _score([.. batch.Select(one => one.Window)]);
            foreach (var (one, score) in batch.Zip(scores))
                one.Text.Add(score);
        }
        catch (Exception cause)
        {
            foreach (var one in batch)
                one.Text.Fail(FaultOf(OnnxClassifierFault.ModelFailed, "The model failed.", cause));
        }
    }
}
