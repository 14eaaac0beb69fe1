using AirsPolicy.Runtime.State;

namespace AirsPolicy.Runtime.Tests.State;

/// <summary>
/// The meaning, by looking through everything that ever happened. Amounts are those of the steps; null where nothing can be said.
/// </summary>
internal sealed class NaiveHistory(AggregateDefinition definition)
{
    private readonly List<Step> _recorded = [];
    private readonly List<(long At, int? Key)> _failures = [];
    private long? _lost;

    public void Add(Step step)
    {
        if (step.Kind == StepKind.FailedForAll)
        {
            _failures.Add((step.Now, null));
            return;
        }
        if (!Known(step.Key, step.Now))
        {
            if (_recorded.Where(e => Counts(e.Now, step.Now)).Select(e => e.Key).Distinct().Count() >= definition.MaxKeys)
            {
                _lost = step.Now;
                return;
            }
            if (_lost is { } lost && Counts(lost, step.Now))
                _failures.Add((lost, step.Key));
        }
        _recorded.Add(step);
        if (step.Kind == StepKind.FailedForKey)
            _failures.Add((step.Now, step.Key));
    }

    public long? Read(int key, long now)
    {
        if (_failures.Any(f => Counts(f.At, now) && (f.Key ?? key) == key))
            return null;
        if (!Known(key, now) && _lost is { } lost && Counts(lost, now))
            return null;
        var events = _recorded.Where(e => e.Kind == StepKind.Event && e.Key == key && Counts(e.Now, now)).ToArray();
        return definition.Kind switch
        {
            AggregateKind.Sum => events.Sum(e => (long)e.Amount),
            AggregateKind.Mean => events.Length == 0 ? null : (long)events.Average(e => (decimal)e.Amount),
            AggregateKind.Deviation => events.Length == 0 ? null : Deviation([.. events.Select(e => (decimal)e.Amount)]),
            AggregateKind.Distinct => events.Select(e => e.Value).Distinct().Count(),
            _ => events.Length,
        };
    }

    // Of amounts of two digits a double tells the root.
    private static long Deviation(decimal[] amounts)
    {
        var mean = amounts.Average();
        return (long)Math.Sqrt((double)decimal.Round(amounts.Average(amount => (amount - mean) * (amount - mean)), 12));
    }

    // The words of the language: exactly the window, or sixtieths of it with the oldest counted whole.
    private bool Counts(long at, long now)
    {
        if (definition.Within == 0)
            return true;
        if (definition.UpTo > 0)
            return now - at < definition.Within;
        var sixtieth = (long)Math.Ceiling(definition.Within / 60m);
        return at / sixtieth >= now / sixtieth - 60;
    }

    private bool Known(int key, long now) => _recorded.Any(e => e.Key == key && Counts(e.Now, now));
}
