using Microsoft.ML.Tokenizers;

namespace AirsPolicy.Classifiers.Onnx;

/// <summary>
/// Makes token ids of texts. What stands in a text is text: the name of a special token in it, as <c>[SEP]</c>, does not become that token.
/// </summary>
internal sealed class TextTokens
{
    private readonly Func<string, IReadOnlyList<int>> _encode;

    private TextTokens(Func<string, IReadOnlyList<int>> encode, int begin, int end, int padding, int highest)
    {
        _encode = encode;
        (Begin, End, Padding, Highest) = (begin, end, padding, highest);
    }

    /// <summary>The id before each window.</summary>
    public int Begin { get; }

    /// <summary>The id behind each window.</summary>
    public int End { get; }

    /// <summary>The id that fills windows up to the longest one of a batch.</summary>
    public int Padding { get; }

    /// <summary>The highest id.</summary>
    public int Highest { get; }

    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A file cannot be read, or lacks a special token.</exception>
    public static TextTokens Of(OnnxClassifierOptions options)
    {
        var file = ModelFile.Find(options.Vocabulary);
        var merges = options.Merges is { } path ? ModelFile.Find(path) : null;
        return ModelFile.Read(file, $"a vocabulary of {options.Tokenizer}", () => options.Tokenizer switch
        {
            OnnxTokenizer.WordPiece => WordPiece(file, isCased: false),
            OnnxTokenizer.CasedWordPiece => WordPiece(file, isCased: true),
            OnnxTokenizer.BytePair => BytePair(file, merges!),
            OnnxTokenizer.SentencePiece => SentencePiece(file),
            _ => XlmRoberta(file),
        });
    }

    /// <summary>The ids of a text, without those around it.</summary>
    public int[] IdsOf(string text) => [.. _encode(text)];

    private static TextTokens WordPiece(string file, bool isCased)
    {
        var tokenizer = BertTokenizer.Create(file, new BertOptions
        {
            ApplyBasicTokenization = false,
            PreTokenizer = BertWords.Instance,
        });
        return new TextTokens(
            text => tokenizer.EncodeToIds(BertText.Of(text, isCased), addSpecialTokens: false),
            tokenizer.ClassificationTokenId,
            tokenizer.SeparatorTokenId,
            tokenizer.PaddingTokenId,
            File.ReadLines(file).Count() - 1);
    }

    private static TextTokens BytePair(string file, string merges)
    {
        var tokenizer = BpeTokenizer.Create(new BpeOptions(file, merges)
        {
            ByteLevel = true,
            PreTokenizer = RobertaPreTokenizer.Instance,
        });
        return Of(text => tokenizer.EncodeToIds(text), tokenizer.Vocabulary);
    }

    private static TextTokens SentencePiece(string file)
    {
        var tokenizer = Pieces(file);
        return Of(text => tokenizer.EncodeToIds(text), tokenizer.Vocabulary);
    }

    private static TextTokens XlmRoberta(string file)
    {
        var tokenizer = Pieces(file);
        return new TextTokens(
            text => [.. tokenizer.EncodeToIds(text).Select(id => id == tokenizer.UnknownId ? 3 : id + 1)],
            begin: 0,
            end: 2,
            padding: 1,
            tokenizer.Vocabulary.Values.Max() + 1);
    }

    private static SentencePieceTokenizer Pieces(string file)
    {
        using var stream = File.OpenRead(file);
        return SentencePieceTokenizer.Create(stream, addBeginningOfSentence: false, addEndOfSentence: false);
    }

    private static TextTokens Of(Func<string, IReadOnlyList<int>> encode, IReadOnlyDictionary<string, int> vocabulary) => new(
        encode,
        IdOf(vocabulary, "[CLS]", "<s>"),
        IdOf(vocabulary, "[SEP]", "</s>"),
        // Padding is masked, so that any id will do where the vocabulary does not name it.
        vocabulary.GetValueOrDefault("[PAD]", vocabulary.GetValueOrDefault("<pad>")),
        vocabulary.Values.Max());

    private static int IdOf(IReadOnlyDictionary<string, int> vocabulary, string token, string other) =>
        vocabulary.TryGetValue(token, out var id) || vocabulary.TryGetValue(other, out id)
            ? id
            : throw new InvalidDataException($"it has neither '{token}' nor '{other}'.");
}
