using System.Collections.Frozen;
using AirsPolicy.Cli.Testing;
using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Testing;

namespace AirsPolicy.Cli.Covering;

/// <summary>How the cases of a list are shown.</summary>
/// <param name="List">The list.</param>
/// <param name="Shown">The cases with the tests that show them, in the order of the list.</param>
internal sealed record CoveredCases(CaseList List, ValueList<CoveredCase> Shown)
{
    /// <summary>How many are shown in some way.</summary>
    public int Count(CaseState state) => Shown.Count(each => each.State == state);

    /// <param name="list">The list.</param>
    /// <param name="packages">The packages whose tests have run.</param>
    public static CoveredCases Of(CaseList list, IReadOnlyCollection<TestedPackage> packages)
    {
        var known = list.Cases.Select(each => each.Id).ToFrozenSet(StringComparer.Ordinal);
        var tests =
            (from package in packages
            from result in package.Results
            where result.Result.Verdict != TestVerdict.Failed
            from id in IdsOf(result.Result.Test.Title)
            where known.Contains(id)
            select (Id: id, Test: new ShowingTest(package.Name, result.Result.Test.Title, result.Result.Verdict == TestVerdict.KnownGap)))
            .ToLookup(each => each.Id, each => each.Test);
        return new CoveredCases(
            list, list.Cases.Select(each => new CoveredCase(each, tests[each.Id].ToValueList())).ToValueList());
    }

    /// <summary>The ids at the beginning of a title: <c>PD-015, PD-195: …</c>.</summary>
    public static IEnumerable<string> IdsOf(string title) => title.IndexOf(':', StringComparison.Ordinal) is > 0 and var end
        ? title[..end].Split(',', StringSplitOptions.TrimEntries)
        : [];
}
