using AirsPolicy.Collections;
using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Tests.Detectors;
using AirsPolicy.Text.Views;
using AirsPolicy.Text.Windows;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Text.Tests.Windows;

public sealed class WindowScanLaws
{
    private static readonly Arbitrary<(DetectorDefinition[] Detectors, string Text, int[] Cuts)> s_cases =
        (from detectors in RandomDetectors.Sets.Select(set => set.Select(Bounded).ToArray())
         from text in RandomDetectors.Text.Select(WithoutRuns)
         from cuts in Gen.Choose(0, 6).ListOf().Resize(30)
         select (detectors, text, cuts.ToArray())).ToArbitrary();

    [Fact]
    public void However_a_text_is_cut_its_detectors_say_what_they_say_of_the_whole() =>
        Prop.ForAll(s_cases, sample =>
        {
            var plan = Plan(sample.Detectors);
            var scan = new WindowScan(plan);
            var found = Enumerable.Range(0, sample.Detectors.Length).Select(_ => new SortedSet<(int, int)>()).ToArray();
            // Twice: nothing is left of the text before.
            foreach (var text in new[] { "ask 4111 1111 1111 1111 a", sample.Text })
            {
                Array.ForEach(found, spans => spans.Clear());
                Read(scan, text, sample.Cuts, plan, found);
            }
            var set = DetectorSet.Compile(sample.Detectors);
            for (var number = 0; number < sample.Detectors.Length; number++)
            {
                var whole = DetectorFixture.Ask(set, number, sample.Text);
                var findings = scan[plan.PlaceOf(number)];
                Assert.Equal(whole.Spans.Select(span => (span.Start, span.End)), found[number]);
                Assert.Equal((whole.Found, whole.Score), (findings.Found, findings.Score));
            }
        }).Check(Laws.Times(1500));

    [Fact]
    public void Every_bounded_pattern_is_found_alone_however_the_text_is_cut() =>
        Prop.ForAll(
                (
                    from source in Patterns.RandomPatterns.Source().Where(IsBounded)
                    from view in Gen.Elements("plain", "folded")
                    from text in Patterns
                        .RandomPatterns.WideText(24)
                        .Select(text => WithoutRuns(new string([.. text.Where(unit => !char.IsSurrogate(unit))])))
                    from cuts in Gen.Choose(0, 3).ListOf().Resize(30)
                    select (source, view, text, cuts)
                ).ToArbitrary(),
                sample =>
                {
                    DetectorDefinition[] detectors = [DetectorFixture.Detector(DetectorFixture.Pattern(sample.source)).In(sample.view)];
                    var plan = Plan(detectors);
                    SortedSet<(int, int)>[] found =
                    [
                        [],
                    ];
                    Read(new WindowScan(plan), sample.text, [.. sample.cuts], plan, found);
                    Assert.Equal(DetectorFixture.Spans(sample.text, detectors).Select(span => (span.Start, span.End)), found[0]);
                }
            )
            .Check(Laws.Times(1500));

    [Fact]
    public void Behind_an_invisible_character_that_may_stand_for_something_all_is_held_and_before_it_nothing_is_missed() =>
        Prop.ForAll(
            (from detectors in RandomDetectors.Sets.Select(set => set.Select(Bounded).ToArray())
             from before in RandomDetectors.Text.Select(WithoutRuns)
             from run in Gen.Elements("\u200B", "\u2800", "a\u200Cb", "\U000E0061", "\uE000")
             from behind in RandomDetectors.Text
             from cuts in Gen.Choose(0, 6).ListOf().Resize(30)
             select (detectors, before, text: before + run + behind, cuts)).ToArbitrary(),
            sample =>
            {
                var (plan, set) = (Plan(sample.detectors), DetectorSet.Compile(sample.detectors));
                var scan = new WindowScan(plan);
                scan.Start();
                foreach (var end in Ends(sample.text, [.. sample.cuts])) scan.Read(sample.text.AsSpan(0, end), last: false);
                // Built-in detectors read one of the readings alone.
                if (!plan.Folded.Items.IsEmpty) Assert.InRange(scan.Held, 0, sample.before.Length + 1);
                for (var number = 0; number < sample.detectors.Length; number++)
                {
                    var told = scan[plan.PlaceOf(number)].Matches.Select(match => (match.Start, match.End)).ToHashSet();
                    Assert.DoesNotContain(DetectorFixture.Ask(set, number, sample.text).Spans, span => span.Start < scan.Held && !told.Contains((span.Start, span.End)));
                }
            }).Check(Laws.Times(500));

    // What invisible characters stand for is known of the whole text alone.
    private static string WithoutRuns(string text)
    {
        while (PartingPass.FirstRunIn(text, 0, out var stands) is var at && stands) text = text.Remove(at, 1);
        return text;
    }

    // Tells the matches of each detector, and that none of them begins before what was said to be settled when it was not told yet.
    private static void Read(WindowScan scan, string text, int[] cuts, WindowPlan plan, SortedSet<(int, int)>[] found)
    {
        scan.Start();
        var settled = 0;
        foreach (var end in Ends(text, cuts))
        {
            scan.Read(text.AsSpan(0, end), last: false);
            Take();
            Assert.InRange(scan.Held, settled, end);
            settled = scan.Held;
        }
        scan.Read(text, last: true);
        Take();
        Assert.Equal(text.Length, scan.Held);

        void Take()
        {
            for (var number = 0; number < found.Length; number++)
            {
                var matches = scan[plan.PlaceOf(number)].Matches;
                foreach (var match in matches)
                {
                    Assert.True(match.Start >= settled, $"{match} was told after {settled} had been settled.");
                    found[number].Add((match.Start, match.End));
                }
                matches.Clear();
            }
        }
    }

    private static IEnumerable<int> Ends(string text, int[] cuts)
    {
        var end = 0;
        for (var part = 0; end < text.Length; part++)
        {
            end = Math.Min(text.Length, end + (part < cuts.Length ? cuts[part] : 1));
            yield return end > 0 && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
        }
    }

    private static WindowPlan Plan(DetectorDefinition[] detectors) =>
        WindowPlan.Of(detectors.ToValueList(), Enumerable.Range(0, detectors.Length));

    private static DetectorDefinition Bounded(DetectorDefinition detector) => detector with
    {
        Views = detector.Views.Where(view => view is "plain" or "folded").DefaultIfEmpty("folded").ToValueList(),
        Items = detector.Items.Select(Bounded).ToValueList(),
        Exceptions = detector.Exceptions.Select(Bounded).ToValueList(),
    };

    private static DetectorItem Bounded(DetectorItem item) =>
        item.Kind switch
        {
            DetectorItemKind.Pattern when !IsBounded(item.Content) => item with { Content = "a.{1,3}b" },
            DetectorItemKind.Detector
                when item.Content.StartsWith("pii.", StringComparison.Ordinal) && !WindowBound.IsBounded(item.Content) => item with
                {
                    Content = "pii.uk_nino",
                },
            _ => item,
        };

    private static bool IsBounded(string source) => WindowBound.Of(PatternParser.Parse(source, PatternOptions.None).Tree!) is not null;
}
