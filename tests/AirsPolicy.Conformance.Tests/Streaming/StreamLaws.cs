using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Language.Analysis.Streams;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Text.Detectors;
using AirsPolicy.Tests;
using FsCheck;
using FsCheck.Fluent;
using Outcome = AirsPolicy.Runtime.Decisions.Outcome;

namespace AirsPolicy.Conformance.Tests.Streaming;

/// <summary>Every detector of the examples and libraries over answers made of what it looks for, cut anywhere.</summary>
public sealed class StreamLaws
{
    private static readonly string[] s_hostile =
    [
        " ", " ", "  ", "\n", "\t", ".", "'", "-", "the ", "and ", "I ", "\u200B", "\u00AD", "\u202E", "\u2066", "\u0301", "e\u0301", "z\u0336\u0335\u0334\u0301", "😀", "\U0001D41A", "\U0001F1EC\U0001F1E7",
        "\u0430", "ß", "ﬁ", "İ", "1", "4", "4111 1111 1111 1111", "4111-1111-1111-1111", "123-45-6789", "ssn 123456789", "AB 12 34 56 C", "\u0663", "क्ष", "한", "\u1112\u1161\u11AB",
    ];

    private static readonly string[] s_builtin = ["pii.any", "pii.card", "pii.email", "secret.github_token"];

    public static TheoryData<string> Names => [.. Detectors.Select(detector => detector.Name).Distinct(StringComparer.Ordinal)];

    private static List<(string Name, PolicyModel Model)> Detectors { get; } =
    [
        .. Examples.Packages.Select(Examples.Model).SelectMany(model => model.Detectors.Select(detector => (detector.Name, model))),
        .. s_builtin.Select(name => (name, Examples.Model("chevrolet"))),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_streamed_answer_ends_in_the_decision_of_the_whole_and_shows_no_character_of_a_match(string detector)
    {
        var model = Detectors.First(entry => entry.Name == detector).Model;
        if (!IsBounded(model, detector))
            return;
        var (blocks, hides) = (new StreamedHost(Streamed(model, detector, block: true)), new StreamedHost(Streamed(model, detector, block: false)));
        var pieces = s_hostile.Concat(Pieces(model, detector)).ToArray();
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
        }).Check(Laws.Config.WithMaxTest(150));
    }

    [Fact]
    public void Texts_that_are_hostile_in_length_take_no_more_than_their_time()
    {
        var host = new StreamedHost(Streamed(Examples.Model("chevrolet"), "pii.card", block: false));
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

    private static bool IsBounded(PolicyModel model, string detector) =>
        StreamSorting.Of(Streamed(model, detector, block: true)).All(rule => rule.Timing == StreamTiming.BeforeRelease);

    private static PolicyModel Streamed(PolicyModel model, string detector, bool block)
    {
        var place = new SourcePlace("a.airs", 0, 1, 1, 1);
        var text = new PathExpression(["output", "text"], TextShape.Instance, place);
        var rule = block
            ? new RuleModel(0, new DetectorExpression(detector, DetectorQuestion.Found, text, BoolShape.Instance, place), [new FixedEffectModel(new BlockEffect(null))], place)
            : new RuleModel(0, null, [new RedactEffectModel(detector, text, null, RedactionMethod.Label)], place);
        var control = new ControlModel(
            "p.c", null, null, [], [], false, null, new FixedEffectModel(new BlockEffect(null)), [new PlacementModel(StreamSorting.Point, [], [rule])], place);
        return model with
        {
            System = new SystemModel("s", null, null, [], null, null, "UTC", "buffered"),
            Controls = [control],
            Aggregates = [],
            Limits = [],
            Labels = [],
            Contents = [],
            Tests = [],
        };
    }

    // What the detector and those it refers to look for, whole and in halves.
    private static IEnumerable<string> Pieces(PolicyModel model, string detector)
    {
        var known = model.Detectors.ToDictionary(definition => definition.Name, StringComparer.Ordinal);
        var pending = new Stack<string>([detector]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (pending.TryPop(out var name))
        {
            if (!seen.Add(name) || !known.TryGetValue(name, out var definition))
                continue;
            foreach (var item in definition.Items.Concat(definition.Exceptions))
            {
                if (item.Kind == DetectorItemKind.Detector)
                    pending.Push(item.Content);
                else
                    foreach (var piece in Pieces(item))
                        yield return piece;
            }
        }
    }

    private static IEnumerable<string> Pieces(DetectorItem item)
    {
        if (item.Kind == DetectorItemKind.Term)
            return [item.Content, item.Content[..(item.Content.Length / 2)], item.Content.ToUpperInvariant() + " "];
        return item.Content.Replace(@"\s+", " ", StringComparison.Ordinal).Replace(@"\b", " ", StringComparison.Ordinal)
            .Split('|', '(', ')', '[', ']', '?', '*', '+', ':', '\\').Where(word => word.Length > 1);
    }
}
