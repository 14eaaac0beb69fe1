using AirsPolicy.Text.Detectors.Learned;

namespace AirsPolicy.DetectorTraining;

/// <summary>
/// Learns weights by passive-aggressive updates (Crammer et al. 2006, PA-II), averaged over all steps. An attack is a text one window of
/// which is: from the second round on it learns from the window that looks most like one. An ordinary text is one no window of which is: it
/// learns from all. The order of the texts decides a little, so that several orders are learned from and their weights averaged. Additions,
/// multiplications, divisions and roots only, each exact to the last bit, in one order, so that the same texts give the same weights.
/// </summary>
/// <remarks>
/// What users type and what is read for them are two questions with much in common: each text moves the weights of both and those of its
/// own side, and a side's weights are both together.
/// </remarks>
internal sealed class Training
{
    private const int Orders = 4;
    private const int Rounds = 14;

    // How far one text may move the weights: less gives in to wrong labels less, and needs more texts.
    private const double Aggressiveness = 0.3, AggressivenessOfSides = 0.1;

    private const int Users = 1, Data = 2;

    private readonly double[][] _weights;
    private readonly double[][] _moved;
    private double _steps = 1;

    private Training(int tables)
    {
        _weights = [.. Enumerable.Range(0, tables).Select(_ => new double[TextFeatures.Buckets + 1])];
        _moved = [.. Enumerable.Range(0, tables).Select(_ => new double[TextFeatures.Buckets + 1])];
    }

    /// <summary>The weights of the features, and behind them what every text starts with.</summary>
    public static double[] Learn(IReadOnlyList<Example> examples) => Averages(examples, tables: 1)[0];

    /// <summary>The same for what users type and for what is read for them.</summary>
    public static (double[] OfUsers, double[] OfData) LearnSides(IReadOnlyList<Example> examples)
    {
        var tables = Averages(examples, tables: 3);
        double[] Both(int side) => [.. tables[0].Zip(tables[side], (both, own) => both + own)];
        return (Both(Users), Both(Data));
    }

    private static double[][] Averages(IReadOnlyList<Example> examples, int tables)
    {
        var learned = new double[Orders][][];
        Parallel.For(0, Orders, number => learned[number] = Learn(examples, tables, (ulong)number));
        return
        [
            .. Enumerable.Range(0, tables).Select(table => Enumerable.Range(0, TextFeatures.Buckets + 1)
                .Select(bucket => learned.Sum(weights => weights[table][bucket]) / Orders)
                .ToArray()),
        ];
    }

    private static double[][] Learn(IReadOnlyList<Example> examples, int tables, ulong number)
    {
        var training = new Training(tables);
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
        var own = example.Text.IsData ? Data : Users;
        if (example.Text.IsAttack && !isFirst) Update(example.Windows.MaxBy(window => Score(window, own))!, own, 1);
        else
        {
            foreach (var window in example.Windows) Update(window, own, example.Text.IsAttack ? 1 : -1);
        }
    }

    private double Score(Window window, int own)
    {
        var score = Score(window, _weights[0]);
        return _weights.Length == 1 ? score : score + Score(window, _weights[own]);
    }

    private static double Score(Window window, double[] weights)
    {
        var score = 0.0;
        foreach (var bucket in window.Buckets) score += weights[bucket];
        return score / window.Root + weights[^1];
    }

    private void Update(Window window, int own, int sign)
    {
        var loss = 1 - sign * Score(window, own);
        if (loss > 0)
        {
            var square = window.Square / window.Root / window.Root + 1;
            var step = _weights.Length == 1
                ? loss / (square + 1 / (2 * Aggressiveness))
                : loss / (2 * square + 1 / (2 * AggressivenessOfSides));
            step *= sign;
            Move(0, window, step);
            if (_weights.Length > 1) Move(own, window, step);
        }
        _steps++;
    }

    private void Move(int table, Window window, double step)
    {
        foreach (var bucket in window.Buckets) Move(table, bucket, step / window.Root);
        Move(table, TextFeatures.Buckets, step);
    }

    private void Move(int table, int bucket, double step)
    {
        _weights[table][bucket] += step;
        _moved[table][bucket] += step * _steps;
    }

    // Each step counts as often as there were steps behind it.
    private double[][] Averaged() =>
        [.. _weights.Zip(_moved, (weights, moved) => weights.Zip(moved, (weight, move) => weight - move / _steps).ToArray())];
}
