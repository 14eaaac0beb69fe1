namespace AirsPolicy.Cli.Filtering;

/// <summary>
/// A condition on a record, whose types fit. <c>in</c>, <c>not in</c>, <c>has</c> and a truth that stands alone are written with these.
/// </summary>
internal abstract record Filter;

internal sealed record AndFilter(Filter Left, Filter Right) : Filter;

internal sealed record OrFilter(Filter Left, Filter Right) : Filter;

internal sealed record NotFilter(Filter Inner) : Filter;

/// <summary>The record has nothing there.</summary>
internal sealed record AbsentFilter(FilterPath Path) : Filter;

/// <summary>A comparison, which does not hold where the record has nothing there, or something of another type.</summary>
internal sealed record ComparisonFilter(FilterPath Path, FilterRelation Relation, FilterValue Value) : Filter;
