using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Tests.Commands;

public sealed class DemoCommandTests
{
    [Fact]
    public void The_demo_stops_the_conversation_on_record_at_four_decision_points()
    {
        var run = CliRun.Of("demo");
        Assert.Equal(ExitCode.Clean, run.Code);
        foreach (
            var control in new[]
            {
                "chevrolet.no_instructions",
                "chevrolet.no_binding_offers",
                "chevrolet.tool.quote",
                "chevrolet.no_endless_sessions",
            }
        )
            Assert.Contains(control, run.Out, StringComparison.Ordinal);
        Assert.Contains("That's a deal, and that's a legally binding offer - no takesies backsies.", run.Out, StringComparison.Ordinal);
        Assert.Contains("\"This chat has ended. Please call us or visit the dealership.\"", run.Out, StringComparison.Ordinal);
        Assert.Contains("notify security", run.Out, StringComparison.Ordinal);
        Assert.Contains("19 passed, 1 known gap", run.Out, StringComparison.Ordinal);
        Assert.Contains("5 of 7 moments stopped", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\e", run.Out, StringComparison.Ordinal);
        Assert.All(run.Out.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 100));
    }
}
