using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Tests.Semantics;

public class ProviderTests
{
    [Fact]
    public void A_fact_carries_its_provider_and_the_time_it_has()
    {
        var model = Binding.Model(Binding.Policy(
            "param patience: duration = 50ms\nset patience = 20ms",
            "fact trust: int from \"sessions\" within patience on error block",
            "fact orders: [text] from \"orders\"",
            "fact given: bool"));
        Assert.Equal(
            [
                new ProviderModel("orders", "orders", null, []),
                new ProviderModel("trust", "sessions", 20 * TimeSpan.TicksPerMillisecond, [new BlockEffect(null)]),
            ],
            model.Providers);
        Assert.Equal([new HostBinding("fact", "orders"), new HostBinding("fact", "sessions")], model.Hosts);
    }

    [Theory]
    [InlineData("within 0ms", "AIRS3015")]
    [InlineData("within user.id", "AIRS2031")]
    [InlineData("within 5", "AIRS2013")]
    [InlineData("within 5ms on error append \"x\"", "AIRS3008")]
    public void A_time_that_is_none_is_refused(string clause, string code) =>
        Assert.Equal([code], Binding.Codes("always flag", declarations: $"fact trust: int from \"sessions\" {clause}"));

    [Theory]
    [InlineData("from \"sessions\" within 50ms", "from \"sessions\" within 20ms", 20)]
    [InlineData("from \"sessions\"", "from \"sessions\" within 20ms", 20)]
    [InlineData("from \"sessions\" within 50ms", "", 50)]
    public void Of_two_packages_that_declare_one_fact_the_shorter_time_holds(string first, string second, int milliseconds)
    {
        string[] own = [$"policy p\nuse l\nsystem s {{}}\nfact trust: int {first}\n", $"library l\nfact trust: int {second}\n"];
        Assert.Equal(milliseconds * TimeSpan.TicksPerMillisecond, Assert.Single(Binding.Model(own).Providers).Within);
    }

    [Fact]
    public void What_two_packages_say_of_the_absence_of_one_fact_joins()
    {
        string[] own =
        [
            "policy p\nuse l\nsystem s {}\nfact trust: int from \"a\" on error flag\n",
            "library l\nfact trust: int from \"a\" on error block\n",
        ];
        Assert.Equal(
            [Outcome.Flag, Outcome.Block],
            Assert.Single(Binding.Model(own).Providers).OnError.Select(effect => effect.Outcome).Order());
    }

    [Fact]
    public void Two_packages_cannot_take_one_fact_from_two_providers()
    {
        var analysis = Binding.Of("policy p\nuse l\nsystem s {}\nfact trust: int from \"a\"\n", "library l\nfact trust: int from \"b\"\n");
        Assert.Equal("AIRS2034", Binding.Single(analysis).Code);
    }
}
