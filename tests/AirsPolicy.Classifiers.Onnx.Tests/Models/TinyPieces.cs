namespace AirsPolicy.Classifiers.Onnx.Tests.Models;

/// <summary>A SentencePiece model of a few pieces.</summary>
internal static class TinyPieces
{
    private const int Normal = 1, Unknown = 2, Control = 3;

    /// <param name="special">The pieces before those of texts, by id; the one that stands for what is not known among them.</param>
    public static byte[] ToBytes(string unknown, params string[] special)
    {
        var pieces = special.Select(piece => Piece(piece, 0, piece == unknown ? Unknown : Control))
            .Concat(new[] { "▁hello", "▁ignore" }.Select(piece => Piece(piece, -1, Normal)));
        var trainer = new ProtoWriter().Number(3, 1).Number(40, Array.IndexOf(special, unknown)).Number(41, Array.IndexOf(special, special[1]))
            .Number(42, 2).Text(45, unknown);
        var normalizer = new ProtoWriter().Text(1, "identity").Number(3, 1).Number(4, 1).Number(5, 1);
        return new ProtoWriter().Messages(1, pieces).Message(2, trainer).Message(3, normalizer).ToArray();
    }

    private static ProtoWriter Piece(string piece, float score, int type) =>
        new ProtoWriter().Text(1, piece).Single(2, score).Number(3, type);
}
