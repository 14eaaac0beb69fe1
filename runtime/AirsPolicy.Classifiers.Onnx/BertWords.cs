using Microsoft.ML.Tokenizers;

namespace AirsPolicy.Classifiers.Onnx;

/// <summary>
/// Splits a text into words as BERT does: at white space, and around each sign of punctuation. The splitter of the library leaves out what
/// is neither a letter nor punctuation, as <c>&lt;|</c> and emoji.
/// </summary>
internal sealed class BertWords : PreTokenizer
{
    public static BertWords Instance { get; } = new();

    public override IEnumerable<(int Offset, int Length)> PreTokenize(string text) => PreTokenize(text.AsSpan());

    public override IEnumerable<(int Offset, int Length)> PreTokenize(ReadOnlySpan<char> text)
    {
        var words = new List<(int, int)>();
        var from = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && !IsPunctuation(text[at]) && !char.IsWhiteSpace(text[at]))
                continue;
            if (at > from)
                words.Add((from, at - from));
            if (at < text.Length && IsPunctuation(text[at]))
                words.Add((at, 1));
            from = at + 1;
        }
        return words;
    }

    // All signs of ASCII count, whatever Unicode says of them.
    private static bool IsPunctuation(char sign) =>
        char.IsPunctuation(sign) || (char.IsAscii(sign) && char.IsSymbol(sign));
}
