namespace AirsPolicy.Conformance.Tests.Differential;

public sealed class RandomPolicyTests
{
    [Fact]
    public void A_seed_gives_the_same_policy_and_requests_again()
    {
        var first = new PolicyDraw(7);
        var second = new PolicyDraw(7);
        Assert.Equal(first.Model, second.Model);
        Assert.Equal(first.Request(), second.Request());
        Assert.NotEqual(first.Model, new PolicyDraw(8).Model);
    }
}
