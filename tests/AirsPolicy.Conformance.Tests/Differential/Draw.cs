namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>Random choices that a seed repeats.</summary>
internal sealed class Draw(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>True in so many of a hundred draws.</summary>
    public bool Chance(int percent) => _random.Next(100) < percent;

    /// <summary>From 0 up to and without <paramref name="end"/>.</summary>
    public int Below(int end) => _random.Next(end);

    /// <summary>Both ends included.</summary>
    public int Between(int first, int last) => _random.Next(first, last + 1);

    public T Pick<T>(params ReadOnlySpan<T> items) => items[_random.Next(items.Length)];

    public T From<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    /// <summary>As many items as asked, each made anew.</summary>
    public List<T> Many<T>(int least, int most, Func<T> make) => [.. Enumerable.Range(0, Between(least, most)).Select(_ => make())];
}
