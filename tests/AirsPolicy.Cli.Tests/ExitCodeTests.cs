using System.Collections.Immutable;
using AirsPolicy.Cli.Console;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Cli.Tests;

public class ExitCodeTests
{
    [Fact]
    public void Findings_end_with_1_and_a_fault_among_them_with_3()
    {
        Assert.Equal(ExitCode.Clean, ExitCode.Of([]));
        Assert.Equal(ExitCode.Findings, ExitCode.Of([Found("AIRS2001")]));
        Assert.Equal(ExitCode.Fault, ExitCode.Of([Found("AIRS2001"), Found("AIRS7900")]));
    }

    private static Diagnostic Found(string code) =>
        new(
            DiagnosticCatalogue.All.Single(descriptor => descriptor.Code == code),
            SourceText.From(""),
            default,
            ImmutableArray<string>.Empty);
}
