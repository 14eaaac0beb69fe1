using AirsPolicy.Text.Detectors.Learned;

namespace AirsPolicy.DetectorTraining;

/// <summary>
/// Learns weights by logistic regression: stochastic gradient descent with a step that falls as 1/t, whose weights are therefore the sum of
/// all gradients, shrunk alike. An attack is a text one window of which is: from the second round on it learns from the window that looks
/// most like one. An ordinary text is one no window of which is: it learns from the same. The order of the texts decides a little, so that
/// several orders are learned from and their weights averaged. All of it in one order of exact operations, so that the same texts give the
/// same weights.
/// </summary>
/// <remarks>
/// What users type and what is read for them are two questions with much in common: each text moves the weights of both and those of its
/// own side, and a side's weights are both together. A feature that only a few sources have tells of them, and is not learned. Of the
/// others each has <see cref="Rates">a rate of its own</see>.
/// </remarks>
internal sealed class Training
{
    private const int Orders = 2;
    private const int Rounds = 12;

    // How strongly weights are drawn to nothing.
    private const double Shrinking = 6e-7;

    // The step at the beginning, by the rule of Bottou: that with which one text moves its own margin as far as weights are large.
    private static readonly double s_firstStep = 1 / Math.Sqrt(Math.Sqrt(Shrinking));

    private static readonly double s_before = 1 / (Shrinking * s_firstStep);

    // Tables beside one another, so that a feature is one place in memory: of both sides, of users, of data; and one of nothing.
    private const int Tables = 4, Both = 0, Users = 1, Data = 2;

    private readonly float[] _weights = new float[WeightsFile.Features * Tables];
    private readonly float[] _rates;
    private readonly double[] _start = new double[Tables];
    private readonly bool _hasSides;
    private long _steps;

    private Training(bool hasSides, float[] rates) => (_hasSides, _rates) = (hasSides, rates);

    /// <summary>The weights of the features, and behind them what every text starts with.</summary>
    public static double[] Learn(IReadOnlyList<Example> examples) =>
        Average(examples, hasSides: false, fewestSources: 1, weights => weights.Of(Both));

    /// <summary>The same for what users type and for what is read for them.</summary>
    /// <param name="examples">What is learned from.</param>
    /// <param name="fewestSources">Of how many sources a feature has to be.</param>
    public static (double[] OfUsers, double[] OfData) LearnSides(IReadOnlyList<Example> examples, int fewestSources)
    {
        var both = Average(examples, hasSides: true, fewestSources, weights => (double[])[.. weights.Of(Users), .. weights.Of(Data)]);
        return (both[..(both.Length / 2)], both[(both.Length / 2)..]);
    }

    private static double[] Average(
        IReadOnlyList<Example> examples,
        bool hasSides,
        int fewestSources,
        Func<Training, double[]> result)
    {
        var rates = Rates.Of(examples, Sources.Of(examples, fewestSources));
        var learned = new double[Orders][];
        Parallel.For(0, Orders, number =>
        {
            var training = new Training(hasSides, rates);
            training.Learn(examples, (ulong)number);
            learned[number] = result(training);
        });
        return [.. Enumerable.Range(0, learned[0].Length).Select(place => learned.Sum(weights => weights[place]) / Orders)];
    }

    private void Learn(IReadOnlyList<Example> examples, ulong number)
    {
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Sequence(2026 + number);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var index in order) Take(examples[index], isFirst: round == 0);
        }
    }

    private void Take(Example example, bool isFirst)
    {
        if (example.Windows.Length == 0) return;
        var own = example.Text.IsData ? Data : Users;
        if (!isFirst) Update(example.Windows.MaxBy(window => Margin(window, own))!, own, example.Text);
        else
        {
            foreach (var window in example.Windows) Update(window, own, example.Text);
        }
    }

    // What all weights are shrunk to by now.
    private double Scale => s_before / (s_before + _steps);

    private double Margin(Window window, int own)
    {
        var (words, concepts) = (0.0, 0.0);
        for (var at = 0; at < window.Features.Length; at++)
        {
            var place = window.Features[at] * Tables;
            var weight = _hasSides ? _weights[place] + _weights[place + own] : _weights[place];
            if (at < window.Words) words += weight;
            else concepts += weight;
        }
        return (words * window.WordShare + concepts * window.ConceptShare) * Scale + _start[Both] + _start[own];
    }

    private void Update(Window window, int own, LabelledText text)
    {
        var error = (text.IsAttack ? 1 : 0) - Logistic.Of(Margin(window, own));
        error *= Threshold.ShareOf(text);
        var (words, concepts) = ((float)(s_firstStep * error * window.WordShare), (float)(s_firstStep * error * window.ConceptShare));
        for (var at = 0; at < window.Features.Length; at++)
        {
            var rate = _rates[window.Features[at]];
            if (rate == 0) continue;
            var place = window.Features[at] * Tables;
            var step = rate * (at < window.Words ? words : concepts);
            _weights[place] += step;
            if (_hasSides) _weights[place + own] += step;
        }
        // What every text starts with is learned slowly, and not shrunk.
        var slow = StartStep * s_firstStep * Scale * error;
        _start[Both] += slow;
        if (_hasSides) _start[own] += slow;
        _steps++;
    }

    private const double StartStep = 0.01;

    private double[] Of(int own) =>
    [
        .. Enumerable.Range(0, WeightsFile.Features)
            .Select(feature => (_weights[feature * Tables] + (own == Both ? 0.0 : _weights[feature * Tables + own])) * Scale),
        _start[Both] + (own == Both ? 0 : _start[own]),
    ];
}
