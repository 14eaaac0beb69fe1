using AirsPolicy.Collections;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Evaluation.Testing;

/// <summary>What a policy test came to.</summary>
/// <param name="Test">The test.</param>
/// <param name="Verdict">Whether it passed.</param>
/// <param name="Findings">
/// What was not as expected, in the order of the steps, each once. Empty where the test passed; of a known gap they say
/// what is missing.
/// </param>
public sealed record PolicyTestResult(TestModel Test, TestVerdict Verdict, ValueList<TestFinding> Findings);

/// <summary>How a policy test ended.</summary>
public enum TestVerdict
{
    /// <summary>Everything was as expected.</summary>
    Passed = 0,

    /// <summary>It fails, as its words <c>known gap</c> say.</summary>
    KnownGap = 1,

    /// <summary>Something was not as expected; or everything was, and the words <c>known gap</c> have to go.</summary>
    Failed = 2,
}

/// <summary>An expectation that was not met.</summary>
/// <param name="Place">The step.</param>
/// <param name="Message">What was expected and what was decided, with the rules that fired and their lines.</param>
/// <param name="Case">The number of the case, from 1, where the step was done for the cases of a file; else null.</param>
public sealed record TestFinding(SourcePlace Place, string Message, int? Case);
