namespace AirsPolicy.Classifiers.Onnx;

/// <summary>A text whose windows are classified one by one. The highest score is its own.</summary>
internal sealed class PendingText(int windows)
{
    private readonly TaskCompletionSource<double> _score = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private double _highest;
    private int _left = windows;

    public Task<double> Score => _score.Task;

    /// <summary>Whether nobody waits for it any longer.</summary>
    public bool IsOver => _score.Task.IsCompleted;

    /// <summary>Takes in the score of one window. NaN, which is higher than any score, fails the text.</summary>
    public void Add(double score)
    {
        lock (_lock)
        {
            _highest = Math.Max(_highest, score);
            if (--_left > 0)
                return;
        }
        if (double.IsNaN(_highest))
            Fail(new OnnxClassifierException(OnnxClassifierFault.ModelFailed, "The model gives what is no finite number."));
        else
            _score.TrySetResult(_highest);
    }

    public void Fail(Exception fault) => _score.TrySetException(fault);

    /// <summary>Has what is left of it passed over.</summary>
    public void GiveUp() => _score.TrySetCanceled();
}
