namespace AirsPolicy.Classifiers.Onnx;

/// <summary>
/// Which model a classifier asks, and how. Paths that are not rooted are taken from the folder of the application
/// (<see cref="AppContext.BaseDirectory"/>).
/// </summary>
public sealed record OnnxClassifierOptions
{
    /// <summary>
    /// The model in the ONNX format. It takes <c>input_ids</c> and <c>attention_mask</c>, and <c>token_type_ids</c> where it has that
    /// input, each as int64 of (texts, tokens). It gives <c>logits</c>, or one output alone, as float of (texts, labels).
    /// </summary>
    public required string Model { get; init; }

    /// <summary>How the model reads texts.</summary>
    public required OnnxTokenizer Tokenizer { get; init; }

    /// <summary>The vocabulary of the tokenizer: a <c>vocab.txt</c>, <c>vocab.json</c> or SentencePiece <c>.model</c>.</summary>
    public required string Vocabulary { get; init; }

    /// <summary>The <c>merges.txt</c> of <see cref="OnnxTokenizer.BytePair"/>; null for other tokenizers.</summary>
    public string? Merges { get; init; }

    /// <summary>
    /// The labels that mean found, at least one: each by its name in <see cref="Configuration"/>, or by its index from 0. With
    /// <see cref="OnnxScore.Softmax"/> at least one label of the model is not among them.
    /// </summary>
    public required IReadOnlyList<string> Found { get; init; }

    /// <summary>The <c>config.json</c> of the model, whose <c>id2label</c> names the labels. Null where indexes are enough.</summary>
    public string? Configuration { get; init; }

    /// <summary>How the output becomes a score. <see cref="OnnxScore.Softmax"/> by default.</summary>
    public OnnxScore Score { get; init; }

    /// <summary>
    /// How many tokens the model takes at a time, with the two around a text, 8 to 8,192. 512 by default. A longer text is read in windows
    /// of that many, and the highest score counts.
    /// </summary>
    public int MaximumTokens { get; init; } = 512;

    /// <summary>How many tokens a window has in common with the one before, 0 to half of what a window holds. 64 by default.</summary>
    public int Overlap { get; init; } = 64;

    /// <summary>
    /// How many windows one text has at most, 1 to 1,024. 16 by default. A text that needs more fails with
    /// <see cref="OnnxClassifierFault.TextTooLong"/>. So does one with more than 8 UTF-16 units for each token that the windows hold,
    /// which is not read.
    /// </summary>
    public int MaximumWindows { get; init; } = 16;

    /// <summary>How many windows go through the model together at most, 1 to 256. 8 by default.</summary>
    public int BatchSize { get; init; } = 8;

    /// <summary>
    /// How long a batch that is not full waits for more windows, 0 to 1 second. 0 by default: a batch is what waits already.
    /// </summary>
    public TimeSpan BatchDelay { get; init; } = TimeSpan.Zero;

    /// <summary>
    /// How many windows wait at most, <see cref="MaximumWindows"/> to 65,536. 256 by default. One more fails its text with
    /// <see cref="OnnxClassifierFault.QueueFull"/>.
    /// </summary>
    public int Waiting { get; init; } = 256;

    /// <summary>How many batches go through the model at a time, 1 to 64. 1 by default.</summary>
    public int Parallel { get; init; } = 1;

    /// <summary>On how many threads one batch is computed, 0 to 256. 0 by default: as many as the processor has cores.</summary>
    public int Threads { get; init; }

    /// <summary>
    /// How long a text may take with its wait, 10 ms to a day. 5 s by default. The <c>timeout</c> of the policy ends it earlier where it is
    /// shorter.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How many tokens of a text a window holds.</summary>
    internal int WindowTokens => MaximumTokens - 2;

    /// <exception cref="ArgumentOutOfRangeException">One of them is out of its range.</exception>
    internal void Check()
    {
        Check(Enum.IsDefined(Tokenizer), nameof(Tokenizer), "one of the tokenizers that are named");
        Check((Merges is not null) == (Tokenizer == OnnxTokenizer.BytePair), nameof(Merges), "a file for BytePair, and null for others");
        Check(Found.Count > 0, nameof(Found), "at least one label");
        Check(Enum.IsDefined(Score), nameof(Score), "Softmax or Sigmoid");
        Check(MaximumTokens is >= 8 and <= 8_192, nameof(MaximumTokens), "8 to 8,192");
        Check(Overlap >= 0 && Overlap <= WindowTokens / 2, nameof(Overlap), $"0 to {WindowTokens / 2}, half of what a window holds");
        Check(MaximumWindows is >= 1 and <= 1_024, nameof(MaximumWindows), "1 to 1,024");
        Check(BatchSize is >= 1 and <= 256, nameof(BatchSize), "1 to 256");
        Check(BatchDelay >= TimeSpan.Zero && BatchDelay <= TimeSpan.FromSeconds(1), nameof(BatchDelay), "0 to 1 second");
        Check(Waiting >= MaximumWindows && Waiting <= 65_536, nameof(Waiting), $"{MaximumWindows}, the windows of a text, to 65,536");
        Check(Parallel is >= 1 and <= 64, nameof(Parallel), "1 to 64");
        Check(Threads is >= 0 and <= 256, nameof(Threads), "0 to 256");
        Check(Timeout >= TimeSpan.FromMilliseconds(10) && Timeout <= TimeSpan.FromDays(1), nameof(Timeout), "10 ms to a day");
    }

    private static void Check(bool fits, string option, string range)
    {
        if (!fits)
            throw new ArgumentOutOfRangeException(option, $"'{option}' of the classifier takes {range}.");
    }
}
