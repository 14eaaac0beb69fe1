using AirsPolicy.Collections;

namespace AirsPolicy.Cli.Covering;

/// <summary>A case and what shows it.</summary>
/// <param name="Case">The case.</param>
/// <param name="Tests">The policy tests whose titles begin with its id.</param>
internal sealed record CoveredCase(FrameworkCase Case, ValueList<ShowingTest> Tests)
{
    public CaseState State =>
        Tests.Any(test => !test.IsKnownGap) ? CaseState.Shown
        : Case.ShownBy is not null ? CaseState.ShownOutside
        : Tests.Count > 0 ? CaseState.KnownGap
        : CaseState.Open;
}
