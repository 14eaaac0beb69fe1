using AirsPolicy.DetectorTraining;
using AirsPolicy.Text.Detectors.Learned;
using AirsPolicy.Text.Views;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Text.Tests.Detectors.Learned;

public class WindowLooksTests
{
    private static readonly Gen<int> s_percent = Gen.Choose(-40, 40);

    [Fact]
    public void Each_window_is_looked_at_by_both_as_if_it_was_looked_at_alone() =>
        Check.One(Laws.Config, Prop.ForAll(NetworkDefinition.Texts.ToArbitrary(), text =>
        {
            var (bytes, folded) = (NetworkDefinition.RandomBytes(), Folding.Fold(text + text + text));
            var (linear, network) = (new LinearModel(Linear(), 7), PhraseNetwork.Read(bytes)!);
            var looks = Looks(linear, network, folded);
            var blocks = NetworkDefinition.BlocksOf(folded);
            Assert.Equal(
                WindowsOf(blocks.Count).Order(),
                looks.Select(look => (look.Window.Start / FeatureBlock.Length, look.Window.Blocks)).Order());
            Assert.Equal(linear.MarginOf(folded, out _), looks.Max(look => look.Window.Margin));
            foreach (var (window, second) in looks)
            {
                var first = window.Start / FeatureBlock.Length;
                SeenWord[] before = [.. blocks.Take(first).SelectMany(block => block).TakeLast(2)];
                SeenWord[] own = [.. blocks.Skip(first).Take(window.Blocks).SelectMany(block => block)];
                var isLast = first + window.Blocks >= blocks.Count;
                Assert.Equal(NetworkDefinition.Defined(bytes, own, before, isLast), second, 200.0);
            }
            return true;
        }));

    // Where each begins and how many blocks it has.
    private static IEnumerable<(int First, int Blocks)> WindowsOf(int blocks) =>
    [
        .. from size in new[] { WindowSums.Small, WindowSums.Large }
           from first in Enumerable.Range(0, Math.Max(0, blocks + 1 - size))
           select (first, size),
        .. blocks is not WindowSums.Small and < WindowSums.Large ? [(0, Math.Max(1, blocks))] : Array.Empty<(int, int)>(),
    ];

    [Fact]
    public void Only_where_the_linear_model_says_enough_is_looked_and_nothing_else_decides() =>
        Check.One(Laws.Config, Prop.ForAll(NetworkDefinition.Texts.Two().ToArbitrary(), s_percent.ToArbitrary(), (texts, percent) =>
        {
            var folded = Folding.Fold(texts.Item1 + new string('z', 700) + texts.Item2 + new string('z', 700) + texts.Item1);
            var linear = new LinearModel(Linear(), 7);
            var look = new SecondLook(percent * 3_000L, 90_000, PhraseNetwork.Read(NetworkDefinition.RandomBytes())!);
            var strongest = look.StrongestOf(linear, folded, out var isEnough);
            var expected = Looks(linear, look.Network, folded)
                .Where(seen => seen.Window.Margin >= look.From)
                .Select(seen => seen.Window.Margin + seen.Second * look.Factor / PhraseNetwork.Unit)
                .ToList();
            Assert.Equal(expected.Count > 0, isEnough);
            Assert.Equal(isEnough ? expected.Max() : linear.MarginOf(folded, out _), strongest.Margin);
            return true;
        }));

    [Fact]
    public void Blocks_are_marked_one_by_one_and_those_behind_the_last_mark_together()
    {
        var marks = new BlockMarks(new ulong[BlockMarks.Cells]);
        marks.Mark(62, 65);
        Assert.True(marks.Has(62, 65));
        Assert.False(marks.Has(61, 61) || marks.Has(66, 66) || marks.Has(61, 66));
        marks.Mark(1_000_000, 1_000_003);
        Assert.True(marks.Has(4_095, 10_000));
        Assert.False(marks.Has(4_094, 4_094));
    }

    // Weights of which some are more than nothing.
    private static sbyte[] Linear()
    {
        var random = new Sequence(11);
        return [.. Enumerable.Range(0, WeightsFile.Features).Select(_ => (sbyte)(random.Below(61) - 30))];
    }

    private static List<(StrongWindow Window, long Second)> Looks(LinearModel linear, PhraseNetwork network, string folded)
    {
        var looks = new AllLooks([]);
        Span<ulong> all = stackalloc ulong[BlockMarks.Cells];
        all.Fill(ulong.MaxValue);
        linear.LookWith(network, folded, new BlockMarks(all), ref looks);
        return looks.All;
    }

    private readonly struct AllLooks(List<(StrongWindow, long)> all) : IWindowSink
    {
        public List<(StrongWindow Window, long Second)> All => all;

        public void Add(StrongWindow window, scoped in PhraseFilters filters) => all.Add((window, filters.MarginOf(window.Blocks)));
    }
}
