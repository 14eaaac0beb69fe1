using AirsPolicy.Classifiers.Onnx.Tests.Models;

namespace AirsPolicy.Classifiers.Onnx.Tests;

/// <summary>What does not fit is refused when the classifier is made, and the message says what is there and what was expected.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("model.onnx")]
    [InlineData("vocab.txt")]
    [InlineData("config.json")]
    public void A_file_that_is_missing_is_named(string file)
    {
        using var folder = new ModelFolder();
        File.Delete(folder.PathOf(file));
        var refusal = Assert.Throws<FileNotFoundException>(() => new OnnxClassifier(folder.Options));
        Assert.Equal($"There is no file '{folder.PathOf(file)}'.", refusal.Message);
    }

    [Theory]
    [InlineData("model.onnx", "a model in the ONNX format")]
    [InlineData("vocab.txt", "a vocabulary of WordPiece")]
    [InlineData("config.json", "the configuration of a model with 2 labels in 'id2label'")]
    public void A_broken_file_is_named(string file, string what)
    {
        using var folder = new ModelFolder();
        folder.Write(file, "broken");
        AssertRefused(folder.Options, $"'{folder.PathOf(file)}' cannot be read as {what}: ");
    }

    [Fact]
    public void A_model_that_is_cut_off_is_refused()
    {
        using var folder = new ModelFolder();
        folder.Write("model.onnx", new TinyModel().ToBytes()[..^40]);
        AssertRefused(folder.Options, $"'{folder.PathOf("model.onnx")}' cannot be read as a model in the ONNX format: ");
    }

    [Fact]
    public void A_model_with_other_inputs_is_refused()
    {
        AssertModelRefused(
            new TinyModel { Ids = "tokens" },
            "has the inputs 'tokens' Int64 of (-1, -1), 'attention_mask' Int64 of (-1, -1); expected are 'input_ids' and 'attention_mask'");
        AssertModelRefused(new TinyModel { HasNarrowIds = true }, "has the inputs 'input_ids' Int32 of (-1, -1), ");
        AssertModelRefused(new TinyModel { Tokens = 16 }, "has the inputs 'input_ids' Int64 of (-1, 16), ");
    }

    [Fact]
    public void A_model_whose_output_nobody_can_know_is_refused()
    {
        AssertModelRefused(
            new TinyModel { Output = "scores", HasTwoOutputs = true },
            "has the outputs 'scores' Float of (-1, 2), 'sum' Float of (-1, 1); expected are 'logits', or one alone, Float of (texts, labels)");
        using var folder = new ModelFolder(new TinyModel { Output = "scores" });
        new OnnxClassifier(folder.Options).Dispose();
        using var both = new ModelFolder(new TinyModel { HasTwoOutputs = true });
        new OnnxClassifier(both.Options).Dispose();
    }

    [Fact]
    public void A_vocabulary_that_is_larger_than_that_of_the_model_is_refused()
    {
        using var folder = new ModelFolder();
        folder.Write("vocab.txt", string.Join('\n', [.. TinyWords.Words, "more"]) + "\n");
        AssertRefused(
            folder.Options,
            $"'{folder.PathOf("model.onnx")}' cannot be read as a model for texts of 8 tokens with ids up to 9: ");
    }

    [Fact]
    public void A_label_that_the_model_has_not_is_refused()
    {
        using var folder = new ModelFolder();
        AssertRefused(folder.Options with { Found = ["JAILBREAK"] }, "The model has no label 'JAILBREAK': its labels are 'SAFE', 'INJECTION'.");
        AssertRefused(folder.Options with { Found = ["2"] }, "The model has no label '2': its labels are 'SAFE', 'INJECTION'.");
        AssertRefused(
            folder.Options with { Configuration = null },
            "The model has no label 'INJECTION': its labels are 0 to 1.");
    }

    [Fact]
    public void A_configuration_of_a_model_with_other_labels_is_refused()
    {
        using var folder = new ModelFolder();
        folder.Write("config.json", """{ "id2label": { "0": "SAFE", "1": "INJECTION", "2": "JAILBREAK" } }""");
        AssertRefused(folder.Options, $"'{folder.PathOf("config.json")}' cannot be read as the configuration of a model with 2 labels");
    }

    [Fact]
    public void Labels_that_all_mean_found_are_refused_where_one_of_them_is_right()
    {
        using var folder = new ModelFolder();
        var all = folder.Options with { Found = ["SAFE", "INJECTION"] };
        AssertRefused(all, "All labels of the model mean found (2), so that every score would be 1.");
        new OnnxClassifier(all with { Score = OnnxScore.Sigmoid }).Dispose();
    }

    public static TheoryData<string, Func<OnnxClassifierOptions, OnnxClassifierOptions>> OutOfRange => new()
    {
        { "Tokenizer", options => options with { Tokenizer = (OnnxTokenizer)9 } },
        { "Merges", options => options with { Merges = "merges.txt" } },
        { "Merges", options => options with { Tokenizer = OnnxTokenizer.BytePair } },
        { "Found", options => options with { Found = [] } },
        { "Score", options => options with { Score = (OnnxScore)9 } },
        { "MaximumTokens", options => options with { MaximumTokens = 7 } },
        { "Overlap", options => options with { Overlap = 4 } },
        { "MaximumWindows", options => options with { MaximumWindows = 0 } },
        { "BatchSize", options => options with { BatchSize = 257 } },
        { "BatchDelay", options => options with { BatchDelay = TimeSpan.FromSeconds(2) } },
        { "Waiting", options => options with { Waiting = 2 } },
        { "Parallel", options => options with { Parallel = 0 } },
        { "Threads", options => options with { Threads = -1 } },
        { "Timeout", options => options with { Timeout = TimeSpan.Zero } },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void An_option_out_of_its_range_is_refused(string option, Func<OnnxClassifierOptions, OnnxClassifierOptions> change)
    {
        using var folder = new ModelFolder();
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => new OnnxClassifier(change(folder.Options)));
        Assert.StartsWith($"'{option}' of the classifier takes ", refusal.Message, StringComparison.Ordinal);
    }

    private static void AssertModelRefused(TinyModel model, string message)
    {
        using var folder = new ModelFolder(model);
        AssertRefused(folder.Options, $"The model '{folder.PathOf("model.onnx")}' {message}");
    }

    private static void AssertRefused(OnnxClassifierOptions options, string message) =>
        Assert.StartsWith(message, Assert.Throws<InvalidDataException>(() => new OnnxClassifier(options)).Message, StringComparison.Ordinal);
}
