using System.Diagnostics.Metrics;
using AirsPolicy.Hosting;
using AirsPolicy.Hosting.Telemetry;

namespace AirsPolicy.Classifiers.Onnx;

/// <summary>
/// An encoder model in a file that answers for a classifier of policies. Bind it by its name in
/// <see cref="PolicyHostOptions.Classifiers"/>. Texts of requests under way go through the model together. Any number of threads may ask.
/// Dispose it when no host asks any longer.
/// </summary>
public sealed class OnnxClassifier : IClassifier, IDisposable
{
    /// <summary>
    /// The name of the meter. Its counter <c>airs.classifier.failures</c> counts texts without an answer by <c>error.type</c>.
    /// </summary>
    public const string TelemetryName = TelemetryNames.Sources.Classifiers;

    private static readonly Meter s_meter = new(TelemetryName, TelemetryNames.Version);
    private static readonly Counter<long> s_failures = s_meter.CreateCounter<long>(TelemetryNames.Metrics.ClassifierFailures, "{text}");

    private readonly EncoderModel _model;
    private readonly LabelScores _labels;
    private readonly TextWindows _windows;
    private readonly WindowBatches _batches;
    private int _isDisposed;

    /// <summary>
    /// Loads a model and runs it once on the longest window, so that the first decision is as fast as the others and a model that does not
    /// fit is refused here. This takes seconds for a large model.
    /// </summary>
    /// <param name="options">The model, and how it is asked.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of the options is out of its range.</exception>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">
    /// A file cannot be read, or the files do not fit one another; the message says what is there and what was expected.
    /// </exception>
    public OnnxClassifier(OnnxClassifierOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        var tokens = TextTokens.Of(options);
        _windows = new TextWindows(tokens, options);
        _model = new EncoderModel(options, tokens);
        try
        {
            _labels = new LabelScores(options, _model.Labels);
        }
        catch
        {
            _model.Dispose();
            throw;
        }
        _batches = new WindowBatches(Scores, options);
    }

    /// <summary>The score of a text: the highest of its windows.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="OnnxClassifierException">There is no answer; <see cref="OnnxClassifierException.Fault"/> says why.</exception>
    /// <exception cref="OperationCanceledException">The caller has given up.</exception>
    /// <exception cref="ObjectDisposedException">The classifier is disposed, or was while the text waited.</exception>
    public async ValueTask<double> ClassifyAsync(string text, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            cancellation.ThrowIfCancellationRequested();
            return await _batches.ScoreAsync(_windows.Of(text), cancellation).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            var kind = fault is OnnxClassifierException known ? known.Fault.ToString() : fault.GetType().Name;
            s_failures.Add(1, new KeyValuePair<string, object?>("error.type", kind));
            throw;
        }
    }

    /// <summary>Fails the texts that wait and those in the model, waits for that, and lets the model go.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
            return;
        var ended = _batches.Stop();
        _model.Stop();
        ended.GetAwaiter().GetResult();
        _model.Dispose();
    }

    private IReadOnlyList<double> Scores(IReadOnlyList<int[]> windows)
    {
        var logits = _model.Run(windows);
        return [.. logits.Chunk(_model.Labels).Select(row => _labels.Of(row))];
    }
}
