using AirsPolicy.Conformance.Tests.Detecting;
using AirsPolicy.Language.Analysis.Streams;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Text.Detectors.Builtin;
using FsCheck;
using FsCheck.Fluent;
using Outcome = AirsPolicy.Runtime.Decisions.Outcome;

namespace AirsPolicy.Conformance.Tests.Streaming;

/// <summary>
/// Every detector of the examples and libraries, and every built-in one, over answers made of what it looks for, cut anywhere.
/// </summary>
public sealed class StreamLaws
{
    public static TheoryData<string> Names => [.. EveryDetector.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_streamed_answer_ends_in_the_decision_of_the_whole_and_shows_no_character_of_a_match(string detector)
    {
        if (!IsBounded(detector))
            return;
        var (blocks, hides) = (
            new StreamedHost(EveryDetector.Ruled(detector, hides: null)),
            new StreamedHost(EveryDetector.Ruled(detector, RedactionMethod.Label)));
        var pieces = EveryDetector.Hostile.Concat(EveryDetector.Pieces(detector)).ToArray();
        var answers = from parts in Gen.Elements(pieces).ListOf().Resize(16)
                      from cuts in Gen.Choose(0, 7).ListOf().Resize(40)
                      select (text: string.Concat(parts), cuts: cuts.ToArray());
        Prop.ForAll(answers.ToArbitrary(), sample =>
        {
            var hidden = Check(hides, sample.text, sample.cuts);
            var blocked = Check(blocks, sample.text, sample.cuts);
            // What one rule hides the other stops for.
            if (blocked.Decision.Outcome == Outcome.Block)
            {
                Assert.NotEmpty(hidden.Decision.Content.Redactions);
                Assert.InRange(blocked.Released.Length, 0, hidden.Decision.Content.Redactions[0].Start);
                Assert.Equal(sample.text[..blocked.Released.Length], blocked.Released);
            }
        }).Check(Laws.Times(EveryDetector.Declared.Contains(detector) ? 150 : 20));
    }

    [Fact]
    public void Every_built_in_detector_can_be_streamed() => Assert.All(BuiltinDetectors.Names, name => Assert.True(IsBounded(name), name));

    [Fact]
    public void Texts_that_are_hostile_in_length_take_no_more_than_their_time()
    {
        var host = new StreamedHost(EveryDetector.Ruled("pii.card", RedactionMethod.Label));
        foreach (var unit in new[] { "a", "4", "\u0301", "4111 ", "😀", "-", "\u200B", " " })
        {
            var text = string.Concat(Enumerable.Repeat(unit, 200_000 / unit.Length));
            Check(host, text, [.. Enumerable.Repeat(7, text.Length / 7)]);
        }
    }

    private static StreamedAnswer Check(StreamedHost host, string text, int[] cuts)
    {
        var whole = host.Whole(text);
        var answer = host.Stream(text, cuts);
        Assert.Equal(whole, answer.Decision with { Retracted = false });
        Assert.Equal(whole.Outcome >= Outcome.Hold && answer.Released.Length > 0, answer.Decision.Retracted);
        Assert.Equal(host.Applied(whole, text) ?? answer.Released, answer.Released + answer.Rest);
        return answer;
    }

    private static bool IsBounded(string detector) =>
        StreamSorting.Of(EveryDetector.Ruled(detector, hides: null)).All(rule => rule.Timing == StreamTiming.BeforeRelease);
}
