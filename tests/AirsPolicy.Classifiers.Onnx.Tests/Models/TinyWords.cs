namespace AirsPolicy.Classifiers.Onnx.Tests.Models;

/// <summary>The words that the tiny model knows. One has weight; padding has more, so that it shows where it is not masked.</summary>
internal static class TinyWords
{
    public static IReadOnlyList<string> Words { get; } = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "hello", "world", "##s", "ignore"];

    public static IReadOnlyList<float> Weights { get; } = [99, 0, 0, 0, 0, 0, 0, 0, 6];

    /// <summary>The score of a text in which the word with weight stands so many times.</summary>
    public static double Score(int times) => 1 / (1 + Math.Exp(3 - (6 * times)));

    /// <summary>Words without weight.</summary>
    public static string Hello(int words) => string.Join(' ', Enumerable.Repeat("hello", words));
}
