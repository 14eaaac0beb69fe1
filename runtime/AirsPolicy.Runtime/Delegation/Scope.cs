using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.Delegation;

/// <summary>How far an agent may act. What it has no part for it does not bound, so that every part added narrows it.</summary>
public sealed record Scope
{
    /// <param name="parts">Each name at most once.</param>
    /// <exception cref="ArgumentException">A name stands twice.</exception>
    public Scope(IEnumerable<ScopePart> parts)
    {
        Parts = parts.OrderBy(part => part.Name, StringComparer.Ordinal).ToValueList();
        for (var i = 1; i < Parts.Count; i++)
        {
            if (string.Equals(Parts[i].Name, Parts[i - 1].Name, StringComparison.Ordinal))
                throw new ArgumentException($"The part '{Parts[i].Name}' of a scope stands twice; give it once.", nameof(parts));
        }
    }

    /// <summary>Bounds nothing.</summary>
    public static Scope Unbounded { get; } = new([]);

    /// <summary>Ordered by name.</summary>
    public ValueList<ScopePart> Parts { get; }

    /// <summary>The part of that name, or null.</summary>
    public ScopeValue? Find(string name)
    {
        foreach (var part in Parts)
        {
            if (string.Equals(part.Name, name, StringComparison.Ordinal))
                return part.Value;
        }

        return null;
    }

    /// <summary>What both scopes allow; null where a part of one does not compare with that of the other.</summary>
    public Scope? Meet(Scope other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var parts = new List<ScopePart>();
        foreach (var part in Parts)
        {
            if (other.Find(part.Name) is not { } value)
                parts.Add(part);
            else if (part.Value.Meet(value) is { } met)
                parts.Add(part with { Value = met });
            else
                return null;
        }

        parts.AddRange(other.Parts.Where(part => Find(part.Name) is null));
        return new Scope(parts);
    }

    /// <summary>Whether everything this scope allows is allowed by the other.</summary>
    public bool IsWithin(Scope other) => Equals(Meet(other));
}
