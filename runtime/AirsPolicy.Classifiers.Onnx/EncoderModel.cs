using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace AirsPolicy.Classifiers.Onnx;

/// <summary>A model that gives each text of a batch a number for each label. Any number of threads run it.</summary>
internal sealed class EncoderModel : IDisposable
{
    private const string Ids = "input_ids", Mask = "attention_mask", Types = "token_type_ids", Logits = "logits";

    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly TextTokens _tokens;
    private readonly string _file;
    private readonly string[] _inputs;
    private readonly string[] _output;

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no model, or takes or gives something else.</exception>
    public EncoderModel(OnnxClassifierOptions options, TextTokens tokens)
    {
        (_tokens, _file) = (tokens, ModelFile.Find(options.Model));
        // On some platforms the native library reports its use. No application was asked about that.
        OrtEnv.Instance().DisableTelemetryEvents();
        using var settings = new SessionOptions
        {
            IntraOpNumThreads = options.Threads,
            InterOpNumThreads = 1,
            // What goes wrong is an exception. A log of its own would show ids of tokens.
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        // Threads that wait for work leave the processor to the application.
        settings.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        _session = ModelFile.Read(_file, "a model in the ONNX format", () => new InferenceSession(_file, settings));
        try
        {
            _inputs = Inputs();
            _output = [Output()];
            Labels = WarmUp(options.MaximumTokens);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>How many labels the model has.</summary>
    public int Labels { get; }

    /// <summary>The numbers of all windows, those of one window behind those of the other.</summary>
    public float[] Run(IReadOnlyList<int[]> windows)
    {
        var longest = windows.Max(window => window.Length);
        long[] shape = [windows.Count, longest];
        var (ids, mask) = (new long[windows.Count * longest], new long[windows.Count * longest]);
        Array.Fill(ids, _tokens.Padding);
        for (var row = 0; row < windows.Count; row++)
        {
            for (var column = 0; column < windows[row].Length; column++)
                (ids[(row * longest) + column], mask[(row * longest) + column]) = (windows[row][column], 1);
        }
        using var idsValue = OrtValue.CreateTensorValueFromMemory(ids, shape);
        using var maskValue = OrtValue.CreateTensorValueFromMemory(mask, shape);
        using var typesValue = OrtValue.CreateTensorValueFromMemory(new long[ids.Length], shape);
        var values = _inputs.Select(name => name == Ids ? idsValue : name == Mask ? maskValue : typesValue).ToList();
        using var outputs = _session.Run(_run, _inputs, values, _output);
        var given = outputs[0].GetTensorTypeAndShape().Shape;
        return given is [var rows, > 0 and var labels] && rows == windows.Count && (Labels == 0 || labels == Labels)
            ? outputs[0].GetTensorDataAsSpan<float>().ToArray()
            : throw Misfit("output", $"{_output[0]} of ({string.Join(", ", given)})", "float of (texts, labels)");
    }

    /// <summary>Ends what runs, with an exception there.</summary>
    public void Stop() => _run.Terminate = true;

    public void Dispose()
    {
        _session.Dispose();
        _run.Dispose();
    }

    private string[] Inputs()
    {
        var inputs = _session.InputMetadata;
        var fits = inputs.ContainsKey(Ids) && inputs.ContainsKey(Mask)
            && inputs.All(input => input.Key is Ids or Mask or Types && IsTable(input.Value, TensorElementType.Int64));
        return fits
            ? [.. inputs.Keys]
            : throw Misfit(
                "inputs",
                Described(inputs),
                $"'{Ids}' and '{Mask}', and '{Types}' where it has that, each Int64 with two dimensions that vary");
    }

    private string Output()
    {
        var outputs = _session.OutputMetadata;
        var name = outputs.ContainsKey(Logits) ? Logits : outputs.Keys.First();
        var isClear = name == Logits || outputs.Count == 1;
        var metadata = outputs[name];
        return isClear && metadata is { IsTensor: true, ElementDataType: TensorElementType.Float, Dimensions.Length: 2 }
            ? name
            : throw Misfit("outputs", Described(outputs), $"'{Logits}', or one alone, Float of (texts, labels)");
    }

    // The longest window with the highest id: a model that takes fewer tokens, or has a smaller vocabulary, fails here.
    private int WarmUp(int tokens)
    {
        int[] window = [_tokens.Begin, .. Enumerable.Repeat(_tokens.Highest, tokens - 2), _tokens.End];
        return ModelFile.Read(_file, $"a model for texts of {tokens} tokens with ids up to {_tokens.Highest}", () => Run([window]).Length);
    }

    private InvalidDataException Misfit(string what, string given, string expected) =>
        new($"The model '{_file}' has the {what} {given}; expected are {expected}.");

    private static bool IsTable(NodeMetadata metadata, TensorElementType type) =>
        metadata.IsTensor && metadata.ElementDataType == type && metadata.Dimensions is [-1, -1];

    private static string Described(IReadOnlyDictionary<string, NodeMetadata> nodes) =>
        string.Join(
            ", ",
            nodes.Select(node => node.Value.IsTensor
                ? $"'{node.Key}' {node.Value.ElementDataType} of ({string.Join(", ", node.Value.Dimensions)})"
                : $"'{node.Key}' {node.Value.OnnxValueType}"));
}
