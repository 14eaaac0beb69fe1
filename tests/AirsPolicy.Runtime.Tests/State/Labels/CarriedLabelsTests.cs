using AirsPolicy.Runtime.State.Labels;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

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
    public void What_found_no_room_carries_what_any_such_one_would()
    {
        var carried = new CarriedLabels(maxCarriers: 1);
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
