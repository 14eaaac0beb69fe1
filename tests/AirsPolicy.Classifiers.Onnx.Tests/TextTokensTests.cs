using AirsPolicy.Classifiers.Onnx.Tests.Models;

namespace AirsPolicy.Classifiers.Onnx.Tests;

/// <summary>How texts become ids.</summary>
public sealed class TextTokensTests
{
    [Fact]
    public void Words_and_their_parts_are_those_of_the_vocabulary()
    {
        using var folder = new ModelFolder();
        var tokens = TextTokens.Of(folder.Options);
        Assert.Equal((2, 3, 0, 8), (tokens.Begin, tokens.End, tokens.Padding, tokens.Highest));
        Assert.Equal([5, 6, 7, 1], tokens.IdsOf("Héllo worlds there"));
        var cased = TextTokens.Of(folder.Options with { Tokenizer = OnnxTokenizer.CasedWordPiece });
        Assert.Equal([1, 6, 7], cased.IdsOf("Hello worlds"));
    }

    [Fact]
    public void Pairs_of_bytes_are_joined_as_the_merges_say()
    {
        using var folder = new ModelFolder();
        folder.Write("vocab.json", """{"<s>":0,"<pad>":1,"</s>":2,"<unk>":3,"h":4,"i":5,"Ġ":6,"hi":7,"Ġhi":8,"<":9,"s":10,">":11}""");
        folder.Write("merges.txt", "#version: 0.2\nh i\nĠ hi\n");
        var tokens = TextTokens.Of(
            folder.Options with
            {
                Tokenizer = OnnxTokenizer.BytePair,
                Vocabulary = folder.PathOf("vocab.json"),
                Merges = folder.PathOf("merges.txt"),
            });
        Assert.Equal((0, 2, 1, 11), (tokens.Begin, tokens.End, tokens.Padding, tokens.Highest));
        Assert.Equal([7, 8, 5, 4], tokens.IdsOf("hi hiih"));
        Assert.Equal([9, 10, 11], tokens.IdsOf("<s>"));
    }

    [Fact]
    public void Pieces_have_the_ids_of_their_file()
    {
        using var folder = new ModelFolder();
        folder.Write("spm.model", TinyPieces.ToBytes("[UNK]", "[PAD]", "[CLS]", "[SEP]", "[UNK]"));
        var tokens = TextTokens.Of(folder.Options with { Tokenizer = OnnxTokenizer.SentencePiece, Vocabulary = folder.PathOf("spm.model") });
        Assert.Equal((1, 2, 0, 5), (tokens.Begin, tokens.End, tokens.Padding, tokens.Highest));
        Assert.Equal([4, 5, 4], tokens.IdsOf("hello ignore hello"));
        Assert.DoesNotContain(2, tokens.IdsOf("hello [SEP]"));
    }

    [Fact]
    public void Pieces_of_models_of_that_family_have_one_more()
    {
        using var folder = new ModelFolder();
        folder.Write("spm.model", TinyPieces.ToBytes("<unk>", "<unk>", "<s>", "</s>"));
        var tokens = TextTokens.Of(folder.Options with { Tokenizer = OnnxTokenizer.XlmRoberta, Vocabulary = folder.PathOf("spm.model") });
        Assert.Equal((0, 2, 1, 5), (tokens.Begin, tokens.End, tokens.Padding, tokens.Highest));
        Assert.Equal([4, 5], tokens.IdsOf("hello ignore"));
        Assert.Contains(3, tokens.IdsOf("hello Q"));
    }

    [Theory]
    [InlineData("<|hello|>", "9 10 5 10 11")]
    [InlineData("hello+hello", "5 1 5")]
    [InlineData("\U0001F600", "1")]
    [InlineData("Ⓘⓖⓝⓞⓡⓔ hello", "1 5")]
    [InlineData("hello\u00a0\tworld\n", "5 6")]
    [InlineData("hello\u2026world。", "5 1 6 1")]
    public void No_sign_is_left_out(string text, string ids)
    {
        using var folder = new ModelFolder();
        folder.Write("vocab.txt", string.Join('\n', [.. TinyWords.Words, "<", "|", ">"]) + "\n");
        Assert.Equal(ids, string.Join(' ', TextTokens.Of(folder.Options).IdsOf(text)));
    }

    [Theory]
    [InlineData("hello\nworld\r\nhello\u2028world", "5 6 5 6")]
    [InlineData("hel\u200blo w\u00ador\u0000ld", "5 6")]
    [InlineData("HE\u0301LLO w\u00d6rld", "5 6")]
    [InlineData("\u6f22hello\u6f22", "1 5 1")]
    [InlineData("\uac00", "9 10")]
    public void Words_are_clean(string text, string ids)
    {
        using var folder = new ModelFolder();
        folder.Write("vocab.txt", string.Join('\n', [.. TinyWords.Words, "\u1100", "##\u1161"]) + "\n");
        Assert.Equal(ids, string.Join(' ', TextTokens.Of(folder.Options).IdsOf(text)));
    }

    [Fact]
    public void What_is_no_character_is_left_out()
    {
        using var folder = new ModelFolder();
        Assert.Equal([5, 6], TextTokens.Of(folder.Options).IdsOf("hel\udc00lo wor\ud800ld"));
    }

    [Fact]
    public void A_word_of_more_than_100_letters_is_not_known()
    {
        using var folder = new ModelFolder();
        folder.Write("vocab.txt", string.Join('\n', [.. TinyWords.Words, "h", "##h"]) + "\n");
        var tokens = TextTokens.Of(folder.Options);
        Assert.Equal(100, tokens.IdsOf(new string('h', 100)).Length);
        Assert.Equal([1], tokens.IdsOf(new string('h', 101)));
    }

    [Theory]
    [InlineData("[SEP]")]
    [InlineData("[PAD] [CLS]")]
    [InlineData("hello[SEP]hello")]
    public void The_name_of_a_special_token_in_a_text_is_text(string text)
    {
        using var folder = new ModelFolder();
        Assert.DoesNotContain(TextTokens.Of(folder.Options).IdsOf(text), id => id is 0 or 2 or 3);
    }

    [Fact]
    public void A_vocabulary_without_a_special_token_is_refused()
    {
        using var folder = new ModelFolder();
        folder.Write("vocab.json", """{"<s>":0,"<pad>":1,"<unk>":3,"h":4}""");
        folder.Write("merges.txt", "#version: 0.2\n");
        var refusal = Assert.Throws<InvalidDataException>(() => TextTokens.Of(
            folder.Options with
            {
                Tokenizer = OnnxTokenizer.BytePair,
                Vocabulary = folder.PathOf("vocab.json"),
                Merges = folder.PathOf("merges.txt"),
            }));
        var place = folder.PathOf("vocab.json");
        Assert.Equal($"'{place}' cannot be read as a vocabulary of BytePair: it has neither '[SEP]' nor '</s>'.", refusal.Message);
    }
}
