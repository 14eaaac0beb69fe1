using AirsPolicy.Cli.Testing;
using AirsPolicy.Language.Evaluation.Coverage;
using AirsPolicy.Language.Evaluation.Testing;

namespace AirsPolicy.Cli.Dossiers.Sections;

/// <summary>What the tests of a policy show, and what they leave open.</summary>
internal static class TestsSection
{
    public static DossierSection Of(DossierSource source)
    {
        var tests = source.Tests;
        var (failed, gaps) = (tests.Count(TestVerdict.Failed), tests.Count(TestVerdict.KnownGap));
        return new DossierSection("tests", "Tests", DossierView.All,
        [
            new ListBlock(
            [
                new(
                    "Tests", $"{tests.Count(TestVerdict.Passed)} of {tests.Results.Length} passed",
                    gaps == 0 ? null : $"{DossierWords.Count(gaps, "is", "are")} known not to hold",
                    failed > 0 || tests.Results.IsEmpty ? DossierState.Bad : gaps > 0 ? DossierState.Partial : DossierState.Good),
                new("Rules that a test has seen match", Count(tests.Coverage?.OfRules)),
                new("Sides of conditions that a test has seen", Count(tests.Coverage?.OfConditions)),
                new(
                    "Changes of the policy that a test notices", Count(tests.Mutation?.Score),
                    tests.Mutation is not null ? null : failed > 0 ? "not known while a test fails" : "not asked: --mutate"),
            ]),
            .. Blocks.Table(
                "open_tests", "What fails, and what is known not to hold", ["test", "how it stands"],
                tests.Results.Where(each => each.Result.Verdict != TestVerdict.Passed).Select(each => (IEnumerable<DossierCell>)
                [
                    each.Result.Test.Title,
                    each.Result.Verdict == TestVerdict.Failed
                        ? new DossierCell("failed", DossierState.Bad)
                        : new DossierCell("known gap", DossierState.Partial),
                ])),
        ]);
    }

    private static string Count(CoverageCount? count) => count is { All: > 0 } known ? CoverageText.Count(known) : DossierWords.None;
}
