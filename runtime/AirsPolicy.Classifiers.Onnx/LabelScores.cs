using System.Globalization;
using System.Text.Json;

namespace AirsPolicy.Classifiers.Onnx;

/// <summary>Makes a score of what a model gives for each of its labels.</summary>
internal sealed class LabelScores
{
    private readonly int[] _found;
    private readonly OnnxScore _score;

    /// <param name="labels">How many labels the model has.</param>
    /// <exception cref="InvalidDataException">The labels that mean found are not those of the model.</exception>
    public LabelScores(OnnxClassifierOptions options, int labels)
    {
        var names = Names(options, labels);
        _found = [.. options.Found.Select(label => IndexOf(label, names, labels)).Distinct()];
        _score = options.Score;
        if (_score == OnnxScore.Softmax && _found.Length == labels)
            throw new InvalidDataException($"All labels of the model mean found ({labels}), so that every score would be 1.");
    }

    /// <summary>The score, 0 to 1; NaN where one of the numbers is not finite.</summary>
    public double Of(ReadOnlySpan<float> logits)
    {
        foreach (var logit in logits)
        {
            if (!float.IsFinite(logit))
                return double.NaN;
        }
        return _score == OnnxScore.Softmax ? Softmax(logits) : Sigmoid(logits);
    }

    private double Softmax(ReadOnlySpan<float> logits)
    {
        double highest = logits[0];
        foreach (var logit in logits)
            highest = Math.Max(highest, logit);
        var (found, all) = (0d, 0d);
        for (var label = 0; label < logits.Length; label++)
        {
            var part = Math.Exp(logits[label] - highest);
            all += part;
            found += _found.Contains(label) ? part : 0;
        }
        return Math.Min(found / all, 1);
    }

    private double Sigmoid(ReadOnlySpan<float> logits)
    {
        var highest = 0d;
        foreach (var label in _found)
            highest = Math.Max(highest, 1 / (1 + Math.Exp(-(double)logits[label])));
        return highest;
    }

    private static int IndexOf(string label, IReadOnlyList<string>? names, int labels)
    {
        for (var index = 0; index < names?.Count; index++)
        {
            if (names[index] == label)
                return index;
        }
        if (int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < labels)
            return number;
        var known = names is null ? "0 to " + (labels - 1).ToString(CultureInfo.InvariantCulture) : $"'{string.Join("', '", names)}'";
        throw new InvalidDataException($"The model has no label '{label}': its labels are {known}.");
    }

    private static IReadOnlyList<string>? Names(OnnxClassifierOptions options, int labels)
    {
        if (options.Configuration is not { } path)
            return null;
        var file = ModelFile.Find(path);
        return ModelFile.Read(file, $"the configuration of a model with {labels} labels in 'id2label'", () =>
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            var named = json.RootElement.GetProperty("id2label");
            var names = Enumerable.Range(0, labels)
                .Select(index => named.GetProperty(index.ToString(CultureInfo.InvariantCulture)).GetString()!)
                .ToList();
            return named.EnumerateObject().Count() == labels ? names : throw new InvalidDataException("it has others.");
        });
    }
}
