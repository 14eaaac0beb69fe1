using System.Globalization;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Conformance.Tests.Differential;

public sealed class CultureTests
{
    private const int Policies = 4;

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Policies_are_compiled_and_decided_alike_in_every_culture(string culture)
    {
        var expected = In(CultureInfo.InvariantCulture);
        var actual = In(CultureInfo.GetCultureInfo(culture));

        Assert.Equal(expected, actual);
        Assert.Contains(expected, decision => decision.Outcome > Outcome.Allow);
    }

    private static List<Decision> In(CultureInfo culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            var decisions = new List<Decision>();
            foreach (var (_, model, requests) in RandomCases.All().Take(Policies))
            {
                var interpreter = new PolicyInterpreter(model);
                using var emitted = new EmittedEngine(model);
                foreach (var (point, facts) in requests)
                {
                    decisions.Add(interpreter.Decide(point, facts));
                    decisions.Add(emitted.Decide(point, facts));
                }
            }
            return decisions;
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
