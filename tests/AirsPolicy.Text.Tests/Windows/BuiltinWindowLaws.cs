using AirsPolicy.Text.Detectors.Builtin;
using AirsPolicy.Text.Tests.Detectors;
using AirsPolicy.Text.Views;
using AirsPolicy.Text.Windows;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Text.Tests.Windows;

/// <summary>
/// Every built-in detector that says how it can be streamed finds then what it finds in the whole: its own cases, run together and cut
/// anywhere.
/// </summary>
public sealed class BuiltinWindowLaws
{
    private static readonly string[] s_between =
    [
        " ",
        " ",
        "-",
        ".",
        "/",
        "\n",
        "  ",
        ",",
        ":",
        "(",
        "+",
        "x",
        "a",
        "ab",
        "7",
        "12",
        "2024",
        "10.5",
        "no. ",
        "and ",
        "id ",
        "card ",
        "ssn ",
        "number ",
        "tel. ",
        "\u200B",
        "\u0301",
        "é",
        "中",
        "😀",
    ];

    public static TheoryData<string> Names => [.. BuiltinDetectors.Names.Where(WindowBound.IsBounded)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_detector_finds_in_parts_what_it_finds_in_the_whole(string name)
    {
        var definition = BuiltinDetectors.DefinitionOf(name)!;
        var plan = WindowPlan.Of([definition], [0]);
        var scan = new WindowScan(plan);
        string[] cases = [.. DetectorCases.Marked(name).Select(DetectorCases.Unmark)];
        var pieces = Gen.Frequency(
            (2, Gen.Elements(cases)),
            (1, from one in Gen.Elements(cases) from end in Gen.Choose(0, one.Length) select one[..end]),
            (3, Gen.Elements(s_between)),
            (1, Gen.Choose(1, 70).Select(length => new string('w', length))));
        var texts = from parts in pieces.ListOf().Resize(8)
                    from cuts in Gen.Choose(1, 9).ListOf().Resize(40)
                    select (text: string.Concat(parts), cuts: cuts.ToArray());
        Prop.ForAll(texts.ToArbitrary(), sample =>
        {
            var found = new SortedSet<(int, int)>();
            scan.Start();
            var (end, settled) = (0, 0);
            for (var part = 0; end < sample.text.Length; part++)
            {
                end = Math.Min(sample.text.Length, end + (part < sample.cuts.Length ? sample.cuts[part] : 5));
                if (char.IsHighSurrogate(sample.text[end - 1]))
                    continue;
                scan.Read(sample.text.AsSpan(0, end), last: false);
                Take();
                settled = scan.Held;
            }
            scan.Read(sample.text, last: true);
            Take();
            var whole = BuiltinDetectors.Matches(name, sample.text).Select(match => (match.Start, match.End));
            _ = PartingPass.FirstRunIn(sample.text, 0, out var isParted);
            // Such a text is read twice, the second time as a whole.
            if (isParted && plan.HasFoldedBuiltins) Assert.Subset(whole.ToHashSet(), found.ToHashSet());
            else Assert.Equal(whole, found);

            void Take()
            {
                foreach (var match in scan[plan.PlaceOf(0)].Matches)
                {
                    Assert.True(match.Start >= settled, $"{match} was told after {settled} had been settled.");
                    found.Add((match.Start, match.End));
                }
                scan[plan.PlaceOf(0)].Matches.Clear();
            }
        }).Check(Laws.Config.WithMaxTest(150));
    }
}
