using AirsPolicy.Language.Evaluation.Search;
using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.Language.Tests.Evaluation;

public sealed class DetectorMemoryTests
{
    private const string Text = "aaaaaaaaaaaaaaaaaaaab";

    private readonly DetectorMemory _memory = new();

    [Fact]
    public void An_answer_that_is_remembered_takes_as_many_steps_as_when_it_was_found()
    {
        var steps = Steps();

        Assert.True(steps > 1);
        Assert.Equal(steps, Steps());
    }

    [Fact]
    public void An_answer_that_is_remembered_fails_where_too_few_steps_are_left()
    {
        var steps = Steps();

        Assert.Null(Ask(new SearchWork(steps)).Failure);
        Assert.Equal(SearchWork.UsedUp, Ask(new SearchWork(steps - 1)).Failure);
    }

    [Fact]
    public void What_could_not_be_answered_is_asked_again()
    {
        Assert.Equal(SearchWork.UsedUp, Ask(new SearchWork(1)).Failure);
        Assert.True(Ask(new SearchWork(long.MaxValue)).Found);
    }

    [Fact]
    public void A_detector_that_is_another_one_is_asked_anew()
    {
        Steps();

        Assert.Equal("now", Said("d", _memory.Without(["d"])));
        Assert.Equal("now", Said("e", _memory.Without(["d"])));
        Assert.NotEqual("now", Said("d", _memory.Without(["e"])));
    }

    [Fact]
    public void Texts_that_are_too_long_to_be_kept_are_asked_again_and_the_next_ones_are_kept()
    {
        var (asked, work) = (0, new SearchWork(long.MaxValue));
        foreach (var text in new[] { new string('a', 9 * 1024 * 1024), "b" })
        {
            for (var times = 0; times < 2; times++)
            {
                _memory.Get("d", text, work, () =>
                {
                    asked++;
                    return new DetectorAnswer(false, 0, []);
                });
            }
        }

        Assert.Equal(3, asked);
    }

    private static string? Said(string detector, DetectorMemory memory) => memory
        .Get(
            detector,
            Text,
            new SearchWork(long.MaxValue),
            () => DetectorAnswer.Failed(new Runtime.Decisions.Failure(Runtime.Decisions.FailureKind.Detector, "now")))
        .Failure?.Detail;

    private long Steps()
    {
        var work = new SearchWork(long.MaxValue);
        Ask(work);
        return work.Spent;
    }

    private DetectorAnswer Ask(SearchWork work)
    {
        var pattern = new DetectorItem(DetectorItemKind.Pattern, "a+b", false, 1_000_000);
        var detector = new DetectorDefinition("d", ["plain"], [pattern], [], ScoreMethod.Max, null);
        return new DetectorSearch([detector], new PatternLibrary(), _memory)
            .Ask("d", Text, DetectorSearch.NothingClassified, work);
    }
}
