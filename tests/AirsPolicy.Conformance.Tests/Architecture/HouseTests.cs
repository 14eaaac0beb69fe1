namespace AirsPolicy.Conformance.Tests.Architecture;

public class HouseTests
{
    [Fact]
    public void No_project_has_rooms_that_use_one_another_in_a_circle()
    {
        var circles = House.All.SelectMany(house => house.Circles()).ToList();
        Assert.True(circles.Count == 0, string.Join('\n', circles));
    }

    [Fact]
    public void A_circle_is_seen_in_bases_bodies_and_signatures()
    {
        var uses = TypeUses.Of(typeof(HouseTests).Assembly.Location);
        Assert.Contains(uses, use => use.User.EndsWith(".HouseTests", StringComparison.Ordinal) && use.Used.EndsWith(".House", StringComparison.Ordinal));
        Assert.DoesNotContain(uses, use => use.User == use.Used);
    }
}
