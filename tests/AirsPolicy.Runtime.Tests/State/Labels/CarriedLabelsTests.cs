using AirsPolicy.Runtime.State.Labels;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Runtime.Tests.State.Labels;

public sealed class CarriedLabelsTests
{
    [Fact]
    public void Labels_only_grow()
    {
        var acts = from kind in Gen.Choose(0, 1) from carrier in Gen.Choose(0, 3) from other in Gen.Choose(0, 3) from labels in Gen.Choose(0, 7) select (kind, carrier, other, labels);
        Prop.ForAll(acts.ArrayOf().ToArbitrary(), sample =>
        {
            var carried = new CarriedLabels();
            var naive = new ulong[4];
            foreach (var (kind, carrier, other, labels) in sample)
            {
                if (kind == 0)
                {
                    carried.Add(Keys.Of(carrier), (uint)labels);
                    naive[carrier] |= (uint)labels;
                }
                else
                {
                    carried.Carry(Keys.Of(carrier), Keys.Of(other));
                    naive[other] |= naive[carrier];
                }
                for (var i = 0; i < naive.Length; i++)
                    Assert.Equal(naive[i], carried.Read(Keys.Of(i)));
            }
        }).Check(Laws.Config.WithMaxTest(300));
    }

    [Fact]
    public void What_found_no_room_carries_what_others_of_its_place_do()
    {
        var carried = new CarriedLabels(most: 1, places: 1);
        carried.Add(Keys.Of(1), 1);
        Assert.Equal(0UL, carried.Read(Keys.Of(2)));
        carried.Add(Keys.Of(2), 4);
        Assert.Equal(1UL, carried.Read(Keys.Of(1)));
        Assert.Equal(4UL, carried.Read(Keys.Of(2)));
        Assert.Equal(4UL, carried.Read(Keys.Of(3)));
        carried.Forget(Keys.Of(1));
        carried.Add(Keys.Of(3), 2);
        Assert.Equal(6UL, carried.Read(Keys.Of(3)));
    }

    [Fact]
    public void What_found_no_room_taints_few_others_and_is_forgotten_when_it_ends()
    {
        var carried = new CarriedLabels(maxCarriers: 1);
        carried.Add(Keys.Of(1), 1);
        carried.Add(Keys.Of(2), 4);
        Assert.Equal(4UL, carried.Read(Keys.Of(2)));
        // Which others share its place differs with each process: hardly any of so few.
        Assert.InRange(Enumerable.Range(3, 200).Count(other => carried.Read(Keys.Of(other)) != 0), 0, 20);
        Assert.Equal((1L, 1L, 1L), (carried.Store.Held, carried.Store.Most, carried.Store.Crowded));
        carried.Forget(Keys.Of(2));
        Assert.Equal((0UL, 0L), (carried.Read(Keys.Of(2)), carried.Store.Crowded));
    }

    [Fact]
    public void What_ends_is_forgotten()
    {
        var carried = new CarriedLabels();
        carried.Add(Keys.Of(1), 3);
        carried.Carry(Keys.Of(1), Keys.Of(2));
        carried.Forget(Keys.Of(1));
        Assert.Equal(0UL, carried.Read(Keys.Of(1)));
        Assert.Equal(3UL, carried.Read(Keys.Of(2)));
    }
}
