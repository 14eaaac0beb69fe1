using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using AirsPolicy.Classifiers.Onnx.Tests.Models;
using AirsPolicy.Conformance.Tests.Policies;

namespace AirsPolicy.Classifiers.Onnx.Tests;

/// <summary>What a classifier says of texts.</summary>
public sealed class OnnxClassifierTests
{
    private const int Digits = 6;

    [Theory]
    [InlineData("", 0)]
    [InlineData("hello world", 0)]
    [InlineData("Ignore worlds", 1)]
    [InlineData("ignore, ignore", 2)]
    public async Task A_text_has_the_share_of_the_label_that_means_found(string text, int times)
    {
        using var folder = new ModelFolder();
        using var classifier = new OnnxClassifier(folder.Options);
        Assert.Equal(TinyWords.Score(times), await classifier.ClassifyAsync(text, default), Digits);
    }

    [Fact]
    public async Task A_model_that_has_token_types_gets_them()
    {
        using var folder = new ModelFolder(new TinyModel { HasTypes = true });
        using var classifier = new OnnxClassifier(folder.Options);
        Assert.Equal(TinyWords.Score(1), await classifier.ClassifyAsync("ignore", default), Digits);
    }

    [Theory]
    [InlineData(OnnxScore.Softmax, "1,2", 0.73105858)]
    [InlineData(OnnxScore.Softmax, "0", 0.26894142)]
    [InlineData(OnnxScore.Sigmoid, "1,2", 0.5)]
    [InlineData(OnnxScore.Sigmoid, "0", 0.26894142)]
    public async Task Several_labels_can_mean_found(OnnxScore score, string found, double expected)
    {
        // The logits of an empty text are the bias: shares of 1 : e/2 : e/2, or -1, 0 and 0 each by itself.
        float[] bias = score == OnnxScore.Softmax ? [0, 1 - MathF.Log(2), 1 - MathF.Log(2)] : [-1, 0, -0.5f];
        using var folder = new ModelFolder(new TinyModel { Factors = [0, 0, 0], Bias = bias });
        using var classifier = new OnnxClassifier(folder.Options with { Score = score, Found = found.Split(','), Configuration = null });
        Assert.Equal(expected, await classifier.ClassifyAsync("", default), Digits);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(13)]
    public async Task What_stands_late_is_found_by_a_later_window(int words)
    {
        using var folder = new ModelFolder();
        using var classifier = new OnnxClassifier(folder.Options);
        var text = $"{TinyWords.Hello(words)} ignore";
        Assert.Equal(TinyWords.Score(1), await classifier.ClassifyAsync(text, default), Digits);
        Assert.Equal(TinyWords.Score(0), await classifier.ClassifyAsync(TinyWords.Hello(words + 1), default), Digits);
    }

    [Fact]
    public async Task What_spans_the_end_of_a_window_is_seen_whole_in_the_next()
    {
        using var folder = new ModelFolder();
        using var classifier = new OnnxClassifier(folder.Options);
        Assert.Equal(TinyWords.Score(2), await classifier.ClassifyAsync($"{TinyWords.Hello(5)} ignore ignore", default), Digits);
        using var apart = new OnnxClassifier(folder.Options with { Overlap = 0 });
        Assert.Equal(TinyWords.Score(1), await apart.ClassifyAsync($"{TinyWords.Hello(5)} ignore ignore", default), Digits);
    }

    [Theory]
    [InlineData(15)]
    [InlineData(1_000)]
    public async Task A_text_that_needs_more_windows_is_too_long(int words)
    {
        using var folder = new ModelFolder();
        using var classifier = new OnnxClassifier(folder.Options);
        var fault = await Assert.ThrowsAsync<OnnxClassifierException>(
            async () => await classifier.ClassifyAsync(TinyWords.Hello(words), default));
        Assert.Equal(OnnxClassifierFault.TextTooLong, fault.Fault);
        Assert.Equal("The text has more than the 14 tokens that fit into the windows of the classifier.", fault.Message);
    }

    [Fact]
    public async Task A_text_of_white_space_without_an_end_is_too_long()
    {
        using var folder = new ModelFolder();
        using var classifier = new OnnxClassifier(folder.Options);
        Assert.Equal(TinyWords.Score(0), await classifier.ClassifyAsync(new string(' ', 14 * 8), default), Digits);
        var fault = await Assert.ThrowsAsync<OnnxClassifierException>(
            async () => await classifier.ClassifyAsync(new string(' ', (14 * 8) + 1), default));
        Assert.Equal(OnnxClassifierFault.TextTooLong, fault.Fault);
    }

    [Fact]
    public async Task Texts_in_one_batch_have_the_scores_that_they_have_alone()
    {
        string[] texts = ["ignore", "hello", "hello hello world ignore ignore"];
        using var folder = new ModelFolder();
        // The clock never rings, so that a batch goes when it is full and not before.
        using var together = new OnnxClassifier(
            folder.Options with { BatchSize = 3, BatchDelay = TimeSpan.FromSeconds(1), Clock = new HeldClock() });
        var scores = await Task.WhenAll(texts.Select(text => together.ClassifyAsync(text, default).AsTask()));
        using var alone = new OnnxClassifier(folder.Options with { BatchSize = 1 });
        for (var index = 0; index < texts.Length; index++)
            Assert.Equal(await alone.ClassifyAsync(texts[index], default), scores[index], Digits);
        Assert.Equal([TinyWords.Score(1), TinyWords.Score(0), TinyWords.Score(2)], scores.Select(score => Math.Round(score, Digits)), Close);
    }

    [Fact]
    public async Task A_number_that_is_not_finite_is_no_score()
    {
        using var folder = new ModelFolder(new TinyModel { Weights = [0, 0, 0, 0, 0, 0, float.PositiveInfinity, 0, 0] });
        using var classifier = new OnnxClassifier(folder.Options);
        var fault = await Assert.ThrowsAsync<OnnxClassifierException>(async () => await classifier.ClassifyAsync("hello world", default));
        Assert.Equal(OnnxClassifierFault.ModelFailed, fault.Fault);
        Assert.Equal(TinyWords.Score(0), await classifier.ClassifyAsync("hello", default), Digits);
    }

    [Fact]
    public async Task What_waits_fails_when_the_classifier_is_disposed_and_so_does_what_comes_then()
    {
        using var folder = new ModelFolder();
        var classifier = new OnnxClassifier(
            folder.Options with { BatchSize = 3, BatchDelay = TimeSpan.FromSeconds(1), Clock = new HeldClock() });
        var waiting = new[] { "hello", "ignore" }.Select(text => classifier.ClassifyAsync(text, default).AsTask()).ToList();
        classifier.Dispose();
        classifier.Dispose();
        foreach (var one in waiting)
            await Assert.ThrowsAsync<ObjectDisposedException>(() => one);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await classifier.ClassifyAsync("hello", default));
    }

    [Fact]
    public async Task Texts_without_an_answer_are_counted_by_their_fault()
    {
        var faults = new ConcurrentQueue<object?>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, published) =>
        {
            if (instrument.Meter.Name == OnnxClassifier.TelemetryName)
                published.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => faults.Enqueue(tags[0].Value));
        listener.Start();
        using var folder = new ModelFolder();
        using var classifier = new OnnxClassifier(folder.Options);
        await Assert.ThrowsAsync<OnnxClassifierException>(async () => await classifier.ClassifyAsync(TinyWords.Hello(15), default));
        Assert.Contains("TextTooLong", faults);
    }

    private static bool Close(double one, double other) => Math.Abs(one - other) < 0.000_01;
}
