namespace AirsPolicy.Language.Tests.Semantics;

public class RequirementTests
{
    [Theory]
    [InlineData("judge.provider at least 1")]
    public void What_a_tier_requires_of_declarations_that_are_not_carried_out_is_said_and_never_taken_for_met(string requirement)
    {
        var found = Binding.Single(Binding.Of($"library l\nscheme risk {{ ladder low 2, high }}\ntier high in risk {{ requires {requirement} }}\n"));
        Assert.Equal("AIRS2010", found.Code);
        Assert.Contains($"requires {requirement.Split(' ')[0]}", found.Message, StringComparison.Ordinal);
    }
}
