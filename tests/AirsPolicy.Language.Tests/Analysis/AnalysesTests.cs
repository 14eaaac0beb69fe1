using AirsPolicy.Language.Analysis;

namespace AirsPolicy.Language.Tests.Analysis;

public class AnalysesTests
{
    [Fact]
    public void The_table_lists_every_analysis_once()
    {
        var written = typeof(IAnalysis)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IAnalysis)));
        Assert.Equal(
            written.Select(type => type.Name).Order(StringComparer.Ordinal),
            Analyses.All.Select(analysis => analysis.GetType().Name).Order(StringComparer.Ordinal));
    }
}
