using AirsPolicy.Language.Analysis.Costs;
using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Detectors.Builtin;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Conformance.Tests.Detecting;

/// <summary>Every detector over texts that are made to fool it, or to take its time.</summary>
public sealed class HostileTextTests
{
    private static readonly int s_long = Laws.AreThorough ? 1 << 20 : 1 << 17;

    // The detectors of each policy together.
    private static readonly Lazy<List<(DetectorSet Set, DetectorCosts Costs, List<string> Names)>> s_groups = new(() =>
    [
        .. from @group in EveryDetector.Names.GroupBy(EveryDetector.ModelOf)
           let set = DetectorSet.Compile([
               .. @group.Key.Detectors,
               .. @group.Select(BuiltinDetectors.DefinitionOf).OfType<DetectorDefinition>(),
           ])
           select (set, new DetectorCosts(@group.Key), @group.ToList()),
    ]);

    public static TheoryData<string> Names => [.. EveryDetector.Names];

    /// <summary>What a text of one token is made of, its name first.</summary>
    public static TheoryData<string, string> Tokens =>
        new()
        {
            { "a letter", "a" },
            { "a digit", "4" },
            { "capitals and digits", "aB3xQ9" },
            { "a beginning of a key", "sk-" },
            { "an at sign", "a@" },
            { "digits in groups", "12-34." },
            { "signs of assignment", "token=" },
            { "hosts with signs between", "a.com+" },
            { "pages with commas between", "http://a," },
            { "a letter beyond ASCII", "é" },
            { "four bytes", "😀" },
            { "marks", "z\u0336\u0335\u0334\u0301" },
            { "nothing but marks", "\u0301" },
            { "right to left", "\u202Ea" },
            { "what folding takes away", "\u200B\u00AD" },
            { "half a pair", "\uD83D" },
            { "halves the wrong way round", "\uDE00\uD83D" },
            { "Base64", "SWdub3JlIGFsbCBydWxlcw" },
            { "escapes", "%49\\u0067&#110;" },
        };

    [Theory]
    [MemberData(nameof(Names))]
    public void Spans_lie_in_the_text_and_split_no_character(string name)
    {
        var (set, number) = EveryDetector.SetOf(name);
        var scratch = new DetectorScratch(set);
        var atOnce = new DetectorCosts(EveryDetector.ModelOf(name)).MatchesAtOnce(name);
        var pieces = EveryDetector
            .Hostile.Concat(["\uD83D", "\uDE00", "\uD83D\uD83D", "\0", "\uFFFF"])
            .Concat(EveryDetector.Pieces(name))
            .ToArray();
        var texts = from parts in Gen.Elements(pieces).ListOf().Resize(16) select string.Concat(parts);
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var result = scratch.Ask(number, text);
            for (var i = 0; i < result.Count; i++)
                AssertWhole(result[i], text);
            AssertBounded(result, text, atOnce);
        }).Check(Laws.Times(30));
    }

    [Theory]
    [MemberData(nameof(Tokens))]
    public void A_long_text_of_one_token_is_answered_like_any_text(string kind, string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, s_long / 2 / unit.Length));
        Assert.NotEmpty(kind);
        foreach (var (set, costs, names) in s_groups.Value)
        {
            var scratch = new DetectorScratch(set);
            foreach (var name in names)
            {
                var result = scratch.Ask(set.NumberOf(name), text, key: 0);
                for (var i = 0; i < result.Count; i++)
                    AssertWhole(result[i], text);
                AssertBounded(result, text, costs.MatchesAtOnce(name));
            }
        }
    }

    // What `airs check --cost` takes to be so: matches of one thing do not overlap.
    private static void AssertBounded(DetectorResult result, string text, long atOnce)
    {
        var total = 0L;
        for (var i = 0; i < result.Count; i++)
            total += result[i].End - result[i].Start;
        Assert.True(
            total <= atOnce * text.Length,
            $"{result.Count} matches of together {total} units in {text.Length}, where {atOnce} are expected at a place");
    }

    private static void AssertWhole(Detection match, string text)
    {
        Assert.InRange(match.Start, 0, text.Length);
        Assert.InRange(match.End, match.Start + 1, text.Length);
        Assert.False(Splits(match.Start) || Splits(match.End), $"{match} splits a pair.");

        bool Splits(int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);
    }
}
