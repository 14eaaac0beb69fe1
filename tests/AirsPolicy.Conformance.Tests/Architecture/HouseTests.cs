namespace AirsPolicy.Conformance.Tests.Architecture;

public class HouseTests
{
    [Fact]
    public void No_project_has_rooms_that_use_one_another_in_a_circle()
    {
        var circles = House.All.SelectMany(house => house.Circles()).ToList();
        Assert.True(circles.Count == 0, string.Join('\n', circles));
    }
}
