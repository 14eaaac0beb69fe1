using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.Delegation;

/// <summary>How far one part of a scope reaches. Every kind can be narrowed, and none can be widened.</summary>
public abstract record ScopeValue
{
    private protected ScopeValue()
    {
    }

    /// <summary>What both allow; null where the two are of different kinds or currencies and so cannot be compared.</summary>
    public abstract ScopeValue? Meet(ScopeValue other);
}

/// <summary>Only what is named: tools, data, hosts.</summary>
public sealed record ScopeSet : ScopeValue
{
    public ScopeSet(IEnumerable<string> names) =>
        Names = names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList();

    /// <summary>Each name once, in ordinal order. Empty allows nothing.</summary>
    public ValueList<string> Names { get; }

    /// <inheritdoc/>
    public override ScopeValue? Meet(ScopeValue other) =>
        other is ScopeSet set ? new ScopeSet(Names.Intersect(set.Names, StringComparer.Ordinal)) : null;
}

/// <summary>At most so many.</summary>
/// <param name="Most">The greatest number allowed.</param>
public sealed record ScopeNumber(decimal Most) : ScopeValue
{
    /// <inheritdoc/>
    public override ScopeValue? Meet(ScopeValue other) =>
        other is ScopeNumber number ? new ScopeNumber(decimal.Min(Most, number.Most)) : null;
}

/// <summary>At most so long.</summary>
/// <param name="Most">The longest time allowed.</param>
public sealed record ScopeDuration(TimeSpan Most) : ScopeValue
{
    /// <inheritdoc/>
    public override ScopeValue? Meet(ScopeValue other) =>
        other is ScopeDuration duration ? new ScopeDuration(Most <= duration.Most ? Most : duration.Most) : null;
}

/// <summary>At most so much money.</summary>
/// <param name="Most">The greatest amount allowed.</param>
/// <param name="Currency">Three capitals. Amounts of two currencies are not compared.</param>
public sealed record ScopeMoney(decimal Most, string Currency) : ScopeValue
{
    /// <inheritdoc/>
    public override ScopeValue? Meet(ScopeValue other) =>
        other is ScopeMoney money && string.Equals(money.Currency, Currency, StringComparison.Ordinal)
            ? this with
            {
                Most = decimal.Min(Most, money.Most),
            }
            : null;
}
