using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Analysis.Openings;

namespace AirsPolicy.Language.Tests.Fuzzing;

[Trait("Length", "long")]
public class MutantCheckTests
{
    private static readonly DateOnly s_asOf = new(2026, 6, 15);

    [Fact]
    public void No_mutant_of_a_shipped_policy_stops_a_check()
    {
        var mutants = new PolicyMutants();
        Assert.Empty(PolicyMutants.Seeds(usual: 400).Select(seed => Fault(mutants, seed)).OfType<string>());
    }

    private static string? Fault(PolicyMutants mutants, int seed)
    {
        try
        {
            var mutant = mutants.Of(seed);
            var analysis = PolicyAnalyzer.Analyze(mutant.Root, mutant.Packages, s_asOf);
            if (analysis.Model is { Deployable: true } model)
                OpenPlaces.Of(model, s_asOf);
            return analysis.Diagnostics.FirstOrDefault(found => found.IsFault) is { } fault ? $"{seed}: {fault}" : null;
        }
        catch (Exception fault)
        {
            return $"{seed}: {fault}";
        }
    }
}
