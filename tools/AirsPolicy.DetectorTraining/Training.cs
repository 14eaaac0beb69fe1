using AirsPolicy.Text.Detectors.Learned;

namespace AirsPolicy.DetectorTraining;

/// <summary>
/// Learns weights by passive-aggressive updates (Crammer et al. 2006, PA-II), averaged over all steps. An attack is a text one window of
/// which is: from the second round on it learns from the window that looks most like one. An ordinary text is one no window of which is: it
/// learns from all. The order of the texts decides a little, so that several orders are learned from and their weights averaged. Additions,
/// multiplications, divisions and roots only, each exact to the last bit, in one order, so that the same texts give the same weights.
/// </summary>
internal sealed class Training
{
    private const int Orders = 8;
    private const int Rounds = 14;

    // How far one text may move the weights: less gives in to wrong labels less.
    private const double Aggressiveness = 0.3;

    private readonly double[] _weights = new double[TextFeatures.Buckets + 1];
    private readonly double[] _moved = new double[TextFeatures.Buckets + 1];
    private double _steps = 1;

    /// <summary>The weights of the features, and behind them what every text starts with.</summary>
    public static double[] Learn(IReadOnlyList<Example> examples)
    {
        var learned = Enumerable.Range(0, Orders).Select(number => Learn(examples, (ulong)number)).ToArray();
        return [.. Enumerable.Range(0, TextFeatures.Buckets + 1).Select(bucket => learned.Sum(weights => weights[bucket]) / Orders)];
    }

    private static double[] Learn(IReadOnlyList<Example> examples, ulong number)
    {
        var training = new Training();
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Sequence(2026 + number);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var index in order) training.Take(examples[index], isFirst: round == 0);
        }
        return training.Averaged();
    }

    private void Take(Example example, bool isFirst)
    {
        if (example.Windows.Length == 0) return;
        if (example.Text.IsAttack && !isFirst) Update(example.Windows.MaxBy(Score)!, 1);
        else
        {
            foreach (var window in example.Windows) Update(window, example.Text.IsAttack ? 1 : -1);
        }
    }

    private double Score(Window window)
    {
        var score = 0.0;
        foreach (var bucket in window.Buckets) score += _weights[bucket];
        return score / window.Root + _weights[^1];
    }

    private void Update(Window window, int sign)
    {
        var loss = 1 - sign * Score(window);
        if (loss > 0)
        {
            var step = sign * loss / (window.Square / window.Root / window.Root + 1 + 1 / (2 * Aggressiveness));
            foreach (var bucket in window.Buckets) Move(bucket, step / window.Root);
            Move(TextFeatures.Buckets, step);
        }
        _steps++;
    }

    private void Move(int bucket, double step)
    {
        _weights[bucket] += step;
        _moved[bucket] += step * _steps;
    }

    // Each step counts as often as there were steps behind it.
    private double[] Averaged() => [.. _weights.Zip(_moved, (weight, moved) => weight - moved / _steps)];
}
