using AirsPolicy.Classifiers.Onnx.Tests.Models;
using AirsPolicy.Conformance.Tests.Policies;

namespace AirsPolicy.Classifiers.Onnx.Tests;

/// <summary>How windows come through a model. This one gives the first id of each, in hundredths, once it is let.</summary>
public sealed class WindowBatchesTests
{
    private static readonly int[] s_window = [50];

    [Fact]
    public async Task What_comes_while_a_batch_runs_makes_the_next_one()
    {
        using var model = new HeldModel();
        var batches = new WindowBatches(model.Run, Options() with { BatchSize = 3 });
        var first = batches.ScoreAsync([s_window], default);
        await model.Running;
        var others = Enumerable.Range(1, 4).Select(id => batches.ScoreAsync([[id]], default)).ToList();
        model.Release();
        var scores = await Task.WhenAll(others);
        Assert.Equal([0.01, 0.02, 0.03, 0.04], scores);
        Assert.Equal(0.5, await first);
        await batches.Stop();
        Assert.Equal([1, 3, 1], model.Sizes);
    }

    [Fact]
    public async Task A_batch_that_waits_goes_when_its_time_is_over()
    {
        using var model = new HeldModel();
        model.Release();
        var options = Options() with { BatchDelay = TimeSpan.FromMilliseconds(1), Clock = TimeProvider.System };
        var batches = new WindowBatches(model.Run, options);
        Assert.Equal(0.5, await batches.ScoreAsync([s_window], default));
        await batches.Stop();
    }

    [Fact]
    public async Task A_text_has_the_highest_score_of_its_windows_in_whatever_batches()
    {
        using var model = new HeldModel();
        model.Release();
        var batches = new WindowBatches(model.Run, Options() with { BatchSize = 2, Parallel = 2 });
        Assert.Equal(0.9, await batches.ScoreAsync([[10], [90], [20], [30], [40]], default));
        await batches.Stop();
    }

    [Fact]
    public async Task One_window_more_than_can_wait_fails_its_text_and_no_other()
    {
        using var model = new HeldModel();
        var batches = new WindowBatches(model.Run, Options() with { Waiting = 3 });
        var running = batches.ScoreAsync([s_window], default);
        await model.Running;
        var waiting = batches.ScoreAsync([[1], [2]], default);
        await AssertFault(OnnxClassifierFault.QueueFull, batches.ScoreAsync([[3], [4]], default));
        model.Release();
        Assert.Equal(0.5, await running);
        Assert.Equal(0.02, await waiting);
        await batches.Stop();
        Assert.Equal([1, 2], model.Sizes);
    }

    [Fact]
    public async Task A_text_whose_time_is_over_fails_and_is_passed_over()
    {
        using var model = new HeldModel();
        var clock = new HeldClock();
        var batches = new WindowBatches(model.Run, Options() with { Clock = clock });
        var running = batches.ScoreAsync([s_window], default);
        await model.Running;
        var waiting = batches.ScoreAsync([s_window], default);
        clock.Ring();
        await AssertFault(OnnxClassifierFault.Timeout, running);
        await AssertFault(OnnxClassifierFault.Timeout, waiting);
        var next = batches.ScoreAsync([s_window], default);
        model.Release();
        Assert.Equal(0.5, await next);
        await batches.Stop();
        Assert.Equal([1, 1], model.Sizes);
    }

    [Fact]
    public async Task Whoever_asks_can_give_up_while_it_runs_and_while_it_waits()
    {
        using var model = new HeldModel();
        using var source = new CancellationTokenSource();
        var batches = new WindowBatches(model.Run, Options());
        var running = batches.ScoreAsync([s_window], source.Token);
        await model.Running;
        var waiting = batches.ScoreAsync([s_window], source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        model.Release();
        await batches.Stop();
        Assert.Equal([1], model.Sizes);
    }

    [Fact]
    public async Task A_batch_that_fails_fails_its_texts_and_the_next_one_goes_on()
    {
        using var model = new HeldModel();
        var batches = new WindowBatches(model.Run, Options());
        var failing = batches.ScoreAsync([[-1]], default);
        await model.Running;
        var next = batches.ScoreAsync([s_window], default);
        model.Release();
        await AssertFault(OnnxClassifierFault.ModelFailed, failing);
        Assert.Equal(0.5, await next);
        await batches.Stop();
    }

    [Fact]
    public async Task What_is_no_number_fails_its_text_and_not_the_others_of_the_batch()
    {
        using var model = new HeldModel();
        var batches = new WindowBatches(model.Run, Options());
        var first = batches.ScoreAsync([s_window], default);
        await model.Running;
        var broken = batches.ScoreAsync([[100], [0], [7]], default);
        var whole = batches.ScoreAsync([[7]], default);
        model.Release();
        await AssertFault(OnnxClassifierFault.ModelFailed, broken);
        Assert.Equal(0.5, await first);
        Assert.Equal(0.07, await whole);
        await batches.Stop();
        Assert.Equal([1, 4], model.Sizes);
    }

    [Fact]
    public async Task Stopping_fails_what_waits_and_ends_with_what_runs()
    {
        using var model = new HeldModel();
        var batches = new WindowBatches(model.Run, Options());
        var running = batches.ScoreAsync([[-1]], default);
        await model.Running;
        var waiting = batches.ScoreAsync([s_window], default);
        var stopped = batches.Stop();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        Assert.False(stopped.IsCompleted);
        model.Release();
        await stopped;
        await Assert.ThrowsAsync<ObjectDisposedException>(() => running);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => batches.ScoreAsync([s_window], default));
    }

    private static OnnxClassifierOptions Options() => new()
    {
        Model = "",
        Tokenizer = OnnxTokenizer.WordPiece,
        Vocabulary = "",
        Found = [],
        Clock = new HeldClock(),
    };

    private static async Task AssertFault(OnnxClassifierFault fault, Task score) =>
        Assert.Equal(fault, (await Assert.ThrowsAsync<OnnxClassifierException>(() => score)).Fault);
}
