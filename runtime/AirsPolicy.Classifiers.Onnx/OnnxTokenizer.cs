namespace AirsPolicy.Classifiers.Onnx;

/// <summary>How a model has learned to read texts. The wrong one gives scores that mean nothing.</summary>
public enum OnnxTokenizer
{
    /// <summary>Lower-case words and their parts: a <c>vocab.txt</c> with <c>[CLS]</c>, <c>[SEP]</c> and <c>[PAD]</c>.</summary>
    WordPiece,

    /// <summary>The same for models that tell capital letters from small ones.</summary>
    CasedWordPiece,

    /// <summary>Pairs of bytes, as models of the RoBERTa family read: a <c>vocab.json</c> and its <c>merges.txt</c>.</summary>
    BytePair,

    /// <summary>Pieces of a SentencePiece <c>.model</c> whose ids are those of the file, as in models of the DeBERTa family.</summary>
    SentencePiece,

    /// <summary>
    /// Pieces of a SentencePiece <c>.model</c> under the ids of the XLM-RoBERTa family: 0 to 3 are <c>&lt;s&gt;</c>, <c>&lt;pad&gt;</c>,
    /// <c>&lt;/s&gt;</c> and <c>&lt;unk&gt;</c>, and each other id is one more than in the file.
    /// </summary>
    XlmRoberta,
}
