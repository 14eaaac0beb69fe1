using System.Collections.Immutable;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>Which optional facts are known to be present, by the key of their path.</summary>
internal readonly record struct Presence(ImmutableHashSet<string> Keys)
{
    public static readonly Presence None = new([]);

    public bool Has(string key) => Keys.Contains(key);

    public Presence With(Presence other) => other.Keys.IsEmpty ? this : new(Keys.Union(other.Keys));

    public Presence With(string key) => new(Keys.Add(key));

    /// <summary>What both know.</summary>
    public Presence And(Presence other) => Keys.IsEmpty || other.Keys.IsEmpty ? None : new(Keys.Intersect(other.Keys));
}

/// <summary>A bound condition with what is known once it has come out true, or false.</summary>
internal readonly record struct Truth(Model.Expressions.Expression? Expression, Presence WhenTrue, Presence WhenFalse)
{
    public static Truth Of(Model.Expressions.Expression? expression) => new(expression, Presence.None, Presence.None);
}
