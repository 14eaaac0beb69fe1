using System.Collections.Concurrent;

namespace AirsPolicy.Classifiers.Onnx.Tests.Models;

/// <summary>A model that waits until it is let. It gives the first id of each window in hundredths, NaN for 0, and fails for -1.</summary>
internal sealed class HeldModel : IDisposable
{
    private readonly TaskCompletionSource _running = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _released = new();
    private readonly ConcurrentQueue<int> _sizes = new();

    /// <summary>Ends once the first batch is in the model.</summary>
    public Task Running => _running.Task;

    /// <summary>How many windows each batch had.</summary>
    public IReadOnlyList<int> Sizes => [.. _sizes];

    public IReadOnlyList<double> Run(IReadOnlyList<int[]> windows)
    {
        _sizes.Enqueue(windows.Count);
        _running.TrySetResult();
        _released.Wait();
        return windows.Any(window => window[0] < 0)
            ? throw new InvalidOperationException("The model is gone.")
            : [.. windows.Select(window => window[0] == 0 ? double.NaN : window[0] / 100d)];
    }

    public void Release() => _released.Set();

    public void Dispose() => _released.Dispose();
}
