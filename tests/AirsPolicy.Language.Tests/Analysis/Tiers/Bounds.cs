using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Tests.Semantics;

namespace AirsPolicy.Language.Tests.Analysis.Tiers;

/// <summary>Policies of a system in the higher of two tiers, of which something is required.</summary>
internal static class Bounds
{
    public static string Policy(string requires, string declarations, string system = "") => $$"""
        policy p
        system s { owner "o"  tier risk.high  {{system}} }
        scheme risk { ladder low 2, high }
        tier high in risk { {{requires}} }
        {{declarations}}

        """;

    /// <summary>What does not keep a bound, in the order of the file, each as the clause of its message.</summary>
    public static string[] Broken(string requires, string declarations, string system = "", DateOnly? asOf = null) =>
        [.. Found(Policy(requires, declarations, system), asOf).Select(found => found.Arguments[4])];

    /// <summary>What stands at each place that does not keep a bound.</summary>
    public static string[] Marked(string requires, string declarations, string system = "", DateOnly? asOf = null) =>
        [.. Found(Policy(requires, declarations, system), asOf).Select(found => found.Source.Slice(found.Span).ToString())];

    /// <summary>Where each begins that does not keep a bound: line and column, from 1.</summary>
    public static string[] Places(string requires, string declarations, string system = "", DateOnly? asOf = null) =>
        [.. Found(Policy(requires, declarations, system), asOf).Select(found => found.Source.PositionOf(found.Span.Start))
            .Select(place => $"{place.Line + 1}:{place.Column + 1}")];

    /// <summary>The one finding after the first fix of which nothing is left to find, and what that fix writes.</summary>
    public static string Fix(string requires, string declarations, string system = "")
    {
        var policy = Policy(requires, declarations, system);
        var fix = Assert.Single(Assert.Single(Found(policy, null)).Fixes);
        var mended = fix.Edits.Reverse().Aggregate(
            policy, (text, edit) => string.Concat(text.AsSpan(0, edit.Span.Start), edit.NewText, text.AsSpan(edit.Span.End)));
        Assert.Empty(Found(mended, null));
        return string.Join("|", fix.Edits.Select(edit => edit.NewText.Trim()));
    }

    /// <summary>Whether nothing can be written by which a bound would be kept.</summary>
    public static bool HasFix(string requires, string declarations, string system = "") =>
        !Assert.Single(Found(Policy(requires, declarations, system), null)).Fixes.IsEmpty;

    private static List<Diagnostic> Found(string policy, DateOnly? asOf)
    {
        var found = (asOf is { } day ? Binding.Of(day, policy) : Binding.Of(policy)).Diagnostics;
        Assert.DoesNotContain(found, other => other.Severity == DiagnosticSeverity.Error && other.Code != "AIRS6018");
        return [.. found.Where(other => other.Code == "AIRS6018")];
    }
}
