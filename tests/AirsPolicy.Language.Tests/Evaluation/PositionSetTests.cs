using AirsPolicy.Language.Evaluation.Search;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Language.Tests.Evaluation;

public sealed class PositionSetTests
{
    [Fact]
    public void Each_position_is_there_once_in_the_order_in_which_it_came_however_many_there_are() =>
        Prop.ForAll(Gen.Choose(0, 60).ListOf().Resize(120).ToArbitrary(), positions =>
        {
            var set = new PositionSet();
            // Nothing is left of what was there before.
            for (var i = 0; i < 50; i += 2)
                set.Add(i);
            set.Clear();
            var known = new List<int>();
            foreach (var position in positions)
            {
                Assert.Equal(!known.Contains(position), set.Add(position));
                if (!known.Contains(position))
                    known.Add(position);
            }
            Assert.Equal(known, Enumerable.Range(0, set.Count).Select(i => set[i]));
            Assert.Equal(known.Append(7).Max(), set.Greatest(7));
            var both = new PositionSet();
            both.Add(3);
            both.AddAll(set);
            Assert.Equal(new[] { 3 }.Concat(known).Distinct(), Enumerable.Range(0, both.Count).Select(i => both[i]));
        }).Check(Laws.Config.WithMaxTest(300));
}
