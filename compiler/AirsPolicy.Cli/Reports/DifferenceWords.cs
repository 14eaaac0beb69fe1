using AirsPolicy.Language.Comparison.Results;

namespace AirsPolicy.Cli.Reports;

/// <summary>Differences between versions in words.</summary>
internal static class DifferenceWords
{
    public static string Of(ComparisonVerdict verdict) => verdict switch
    {
        ComparisonVerdict.NoDifference => "no difference",
        ComparisonVerdict.NotDecided => "not decided",
        ComparisonVerdict.AsStrict => "as strict, in other words",
        ComparisonVerdict.OnlyTightens => "only tightens",
        ComparisonVerdict.OnlyLoosens => "only loosens",
        _ => "both tightens and loosens",
    };

    /// <summary>The verdict as one word for tools.</summary>
    public static string Key(ComparisonVerdict verdict) => verdict switch
    {
        ComparisonVerdict.NoDifference => "no_difference",
        ComparisonVerdict.NotDecided => "not_decided",
        ComparisonVerdict.AsStrict => "as_strict",
        ComparisonVerdict.OnlyTightens => "only_tightens",
        ComparisonVerdict.OnlyLoosens => "only_loosens",
        _ => "both",
    };

    public static string Of(DifferenceDirection direction) => direction switch
    {
        DifferenceDirection.AsStrict => "as strict",
        DifferenceDirection.Tighter => "tighter",
        DifferenceDirection.Looser => "looser",
        _ => "tighter and looser",
    };

    /// <summary>The direction as one word for tools.</summary>
    public static string Key(DifferenceDirection direction) => direction switch
    {
        DifferenceDirection.AsStrict => "as_strict",
        DifferenceDirection.Tighter => "tighter",
        DifferenceDirection.Looser => "looser",
        _ => "mixed",
    };

    /// <summary>What happened to something that may stand in one version only.</summary>
    public static string Change(object? before, object? after) => (before, after) switch
    {
        (null, _) => "added",
        (_, null) => "removed",
        _ => "changed",
    };
}
