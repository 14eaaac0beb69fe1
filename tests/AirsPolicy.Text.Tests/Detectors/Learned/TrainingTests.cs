using AirsPolicy.DetectorTraining;
using AirsPolicy.Text.Detectors.Learned;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Tests.Detectors.Learned;

public class TrainingTests
{
    [Fact]
    public void Training_twice_gives_the_same_weights()
    {
        var texts = OwnTexts.All().ToList();
        var weights = WeightsText.Train(texts, [TextSources.Own]);
        Assert.Equal(weights, WeightsText.Train(texts, [TextSources.Own]));
        Assert.Null(WeightsFile.ProblemOf(weights));
    }

    [Fact]
    public void A_model_tells_its_own_texts_apart()
    {
        var texts = OwnTexts.All().ToList();
        var model = WeightsFile.Parse(WeightsText.Train(texts, [TextSources.Own]));
        var right = texts.Count(text => model.ShareOf(Folding.Fold(text.Text), out _) >= 500_000 == text.IsAttack);
        Assert.InRange(right, texts.Count * 97 / 100, texts.Count);
    }

    [Fact]
    public void Texts_written_for_training_are_read_to_the_last_alternative()
    {
        Assert.All(OwnTexts.All(), text => Assert.DoesNotContain(text.Text, unit => unit == '\uFFFD'));
        Assert.True(OwnTexts.All().Select(text => text.Group).Distinct().Count() > 20);
    }

    [Fact]
    public void Near_repeats_are_texts_of_which_more_than_half_stands_in_others()
    {
        LabelledText Text(string text) => new(TextSources.Own, "own", text, false);
        var repeated = Text("One two three four five six, seven!");
        Assert.Equal(
            [repeated],
            TextSplit.NearRepeats([repeated, Text("One two three nine five six seven")], [Text("one two three four five six eight")]));
    }

    [Fact]
    public void The_weights_of_an_example_are_those_that_training_on_the_lines_beside_them_gives()
    {
        var folder = RepositoryFile("policies", "examples", "rest", "models");
        Assert.Equal(LabelledLines.Train(Path.Combine(folder, "commit.txt")), File.ReadAllText(Path.Combine(folder, "commit.bin")));
    }

    [Fact]
    public void A_line_that_says_neither_is_named()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "# ours\n+ You have our word.\nGood morning.\n");
            Assert.Equal(
                "Line 3 begins with neither '+' nor '-'.",
                Assert.Throws<FormatException>(() => LabelledLines.Train(file)).Message);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [TrainingDataFact]
    public void The_weights_that_ship_are_those_that_training_gives()
    {
        Assert.Equal(
            WeightsText.Train(TrainingDataFactAttribute.Folder),
            File.ReadAllText(RepositoryFile("policies", "airs", "detect", "models", "injection.weights")));
    }

    private static string RepositoryFile(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "AirsPolicy.sln"))) folder = folder.Parent!;
        return Path.Combine([folder.FullName, .. parts]);
    }
}
