using AirsPolicy.Language.Diagnostics;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis;

/// <summary>What analyses say together of their bounds.</summary>
internal static class BoundDiagnostics
{
    public static readonly DiagnosticDescriptor LeftOut = new(
        "AIRS7040", Notice, "Check that left something out",
        "Checks are bounded, and this package reaches a bound. Left out: {0}. What is reported is right, but findings may be missing.",
        """
        Some checks compare all rules with one another, or look at all cases of a condition. That could take very long, so each of them has
        a bound, and what lies beyond it is not looked at. The message counts what was left out, and names the findings that may be missing
        for that. The same policy gives the same findings every time.

        What is missing are warnings, and of claims (AIRS6007) that a rule with a very large condition can never fire. So this is a notice
        and fails no build. To have all looked at, split a large package into several, and a long condition into several rules.
        """);
}
