using AirsPolicy.Language.Diagnostics;

namespace AirsPolicy.Cli.Console;

/// <summary>What the process ends with; scripts and CI read it.</summary>
internal static class ExitCode
{
    /// <summary>Nothing to report.</summary>
    public const int Clean = 0;

    /// <summary>Findings in a policy, failed tests, files that are not formatted.</summary>
    public const int Findings = 1;

    /// <summary>The command line or a file it names cannot be used.</summary>
    public const int Usage = 2;

    /// <summary>A fault of AirsPolicy itself.</summary>
    public const int Fault = 3;

    /// <summary>What findings give. A notice asks for nothing now, so that it fails no build.</summary>
    public static int Of(IReadOnlyCollection<Diagnostic> findings) => findings.Any(found => found.IsFault) ? Fault
        : findings.Any(found => found.Severity >= DiagnosticSeverity.Warning) ? Findings
        : Clean;
}
