using System.Text;
using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Detectors.Builtin;
using FsCheck;
using FsCheck.Fluent;
using static AirsPolicy.Text.Tests.Detectors.DetectorFixture;

namespace AirsPolicy.Text.Tests.Detectors;

public sealed class DetectorLaws
{
    private static readonly Arbitrary<(DetectorDefinition[] Detectors, string Text)> s_cases =
        (from detectors in RandomDetectors.Sets from text in RandomDetectors.Text select (detectors, text)).ToArbitrary();

    [Fact]
    public void Answers_are_those_of_the_definition() =>
        Prop.ForAll(
                s_cases,
                sample =>
                {
                    var set = DetectorSet.Compile(sample.Detectors);
                    var naive = new NaiveDetectors(sample.Detectors);
                    var scratch = new DetectorScratch(set);
                    for (var number = 0; number < sample.Detectors.Length; number++)
                        Assert.Equal(
                            naive.Ask(sample.Detectors[number].Name, sample.Text).ToString(),
                            Ask(scratch, number, sample.Text).ToString());
                }
            )
            .Check(Laws.Times(1500));

    [Fact]
    public void Neither_the_order_of_questions_nor_what_was_asked_before_changes_an_answer() =>
        Prop.ForAll(
                s_cases,
                sample =>
                {
                    var set = DetectorSet.Compile(sample.Detectors);
                    var scratch = new DetectorScratch(set);
                    string[] texts = [sample.Text, sample.Text + " a", "", "ask " + sample.Text];
                    var questions =
                        from text in Enumerable.Range(0, texts.Length)
                        from number in Enumerable.Range(0, set.Count)
                        select (text, number);
                    foreach (var (text, number) in questions.Concat(questions.Reverse()))
                        Assert.Equal(Ask(set, number, texts[text]).ToString(), Ask(scratch, number, texts[text], key: text).ToString());
                }
            )
            .Check(Laws.Times(300));

    [Fact]
    public void Any_text_gives_spans_inside_it_that_split_no_character()
    {
        var units = Gen.OneOf(
            Gen.Choose(0, 0xFFFF).Select(unit => ((char)unit).ToString()),
            Gen.Elements("1", "4", "5", "a", "-", " ", "ssn ", "\u200B"),
            Gen.Choose(0x10000, 0x10FFFF).Select(char.ConvertFromUtf32));
        var texts =
            from detectors in RandomDetectors.Sets
            from parts in units.ArrayOf().Resize(40)
            select (detectors, text: string.Concat(parts));
        Prop.ForAll(
                texts.ToArbitrary(),
                sample =>
                {
                    var answer = Ask(DetectorSet.Compile(sample.detectors), 0, sample.text);
                    foreach (var name in BuiltinDetectors.Names)
                        Assert.All(BuiltinDetectors.Matches(name, sample.text), match => AssertWhole(match, sample.text));
                    Assert.All(answer.Spans, match => AssertWhole(match, sample.text));
                }
            )
            .Check(Laws.Times(1000));
    }

    [Fact]
    public async Task Threads_that_share_a_set_agree()
    {
        var samples = RandomDetectors.Text.Sample(200, 30);
        var set = DetectorSet.Compile(RandomDetectors.Sets.Sample(30, 10).MaxBy(s => s.Sum(d => d.Items.Count))!);
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            var scratch = new DetectorScratch(set);
            var all = new StringBuilder();
            foreach (var text in samples)
                all.AppendLine(Ask(scratch, 0, text).ToString());
            return all.ToString();
        })));
        Assert.Equal(answers[0], answers[1]);
    }

    private static void AssertWhole(Detection match, string text)
    {
        Assert.InRange(match.Start, 0, text.Length);
        Assert.InRange(match.End, match.Start + 1, text.Length);
        Assert.False(SplitsPair(match.Start) || SplitsPair(match.End), $"{match} splits a pair.");

        bool SplitsPair(int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);
    }
}
