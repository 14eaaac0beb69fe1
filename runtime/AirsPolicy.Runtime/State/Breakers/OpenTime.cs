namespace AirsPolicy.Runtime.State.Breakers;

/// <summary>Until when a breaker is open for keys that found no room of their own.</summary>
/// <param name="Until">In UTC ticks; null until people close it.</param>
internal readonly record struct OpenTime(long? Until)
{
    public bool Lasts(long now) => Until is not { } until || until > now;

    public static OpenTime Longer(OpenTime one, OpenTime other) =>
        new(one.Until is { } first && other.Until is { } second ? Math.Max(first, second) : null);
}
