namespace AirsPolicy.Language.Tests.Semantics;

public class RequirementTests
{
    [Fact]
    public void What_a_tier_cannot_bound_is_said_and_never_taken_for_met()
    {
        var found = Binding.Single(Binding.Of("library l\nscheme risk { ladder low 2, high }\ntier high in risk { requires judge.provider at least 1 }\n"));
        Assert.Equal("AIRS6014", found.Code);
    }
}
