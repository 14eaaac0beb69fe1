using System.Buffers.Binary;
using AirsPolicy.DetectorTraining;
using AirsPolicy.Text.Concepts;
using AirsPolicy.Text.Detectors.Learned;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Text.Tests.Detectors.Learned;

/// <summary>What a network says, worked out one number after the other, in eight bytes; and texts and networks to compare with.</summary>
internal static class NetworkDefinition
{
    /// <summary>Texts of many scripts.</summary>
    public static readonly Gen<string> Texts =
        from pieces in Gen.Elements(
                "forget ",
                "the rules ",
                "a",
                " ",
                ". ",
                "4711 ",
                "vergiss ",
                "漢字",
                "지시를 ",
                "ж",
                "\uD83D\uDE00",
                "antidisestablishmentarianism ",
                new string('x', 130) + " ")
            .ListOf()
        select string.Concat(pieces);

    /// <summary>A network of small numbers.</summary>
    public static byte[] RandomBytes()
    {
        var random = new Sequence(7);
        var bytes = new byte[PhraseNetwork.Size];
        for (var at = 0; at < PhraseNetwork.SmallNumbers; at++) bytes[at] = (byte)(random.Below(41) - 20);
        for (var at = 0; at < PhraseNetwork.LargeNumbers; at++)
        {
            var place = bytes.AsSpan(PhraseNetwork.SmallNumbers + 4 * at);
            BinaryPrimitives.WriteSingleLittleEndian(place, (random.Below(2_001) - 1_000) / 2_000f);
        }
        return bytes;
    }

    /// <summary>The margin of a whole text.</summary>
    public static double Defined(byte[] bytes, SeenWord[] words) => Defined(bytes, words, [], isLast: true);

    /// <summary>
    /// That of a window. Each three neighbouring words count where the last of them stands; behind the last word of a text stands an empty
    /// one.
    /// </summary>
    public static double Defined(byte[] bytes, SeenWord[] own, SeenWord[] before, bool isLast)
    {
        double Small(int at) => (sbyte)bytes[at];
        double Large(int at) => BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(PhraseNetwork.SmallNumbers + 4 * at));
        var (pieces, concepts) = (PhraseNetwork.Rows * 16, 2 * PhraseNetwork.Rows * 16);
        var filters = concepts + (1 + ConceptTable.Shipped.Count) * 16;
        double[] Vector(SeenWord word) =>
        [
            .. Enumerable.Range(0, 16)
                .Select(cell =>
                    Small(word.Word * 16 + cell)
                    + Small(concepts + word.Concept * 16 + cell)
                    + word.Pieces.Sum(piece => Small(pieces + piece * 16 + cell)) / Math.Sqrt(word.Pieces.Length)),
        ];
        var vectors = before.Concat(own).Select(Vector).ToList();
        // A filter looks at a word when the one behind is there.
        var newest = Enumerable.Range(before.Length, own.Length).Where(at => at > 0).ToList();
        if (isLast && vectors.Count > 0) newest.Add(vectors.Count);
        double Cell(int word, int cell) => word < 0 || word >= vectors.Count ? 0 : vectors[word][cell];
        var margin = Large(3 * 96);
        for (var filter = 0; filter < 96; filter++)
        {
            double Product(int last, int at) => Cell(last - 2 + at / 16, at % 16) * Small(filters + at * 96 + filter);
            var found = newest
                .Select(last => Math.Max(0, Large(filter) + Enumerable.Range(0, 48).Sum(at => Product(last, at))))
                .ToList();
            margin += found.DefaultIfEmpty(0).Max() * Large(96 + filter) + found.Sum() / Math.Sqrt(own.Length + 4) * Large(192 + filter);
        }
        return Math.Clamp(margin, -3 << 16, 8 << 16);
    }

    /// <summary>The words that end in each block; a block in which no feature ends is none.</summary>
    public static List<List<SeenWord>> BlocksOf(string folded)
    {
        var blocks = new BlockWordsSink(folded, []);
        TextFeatures.Collect(folded, ref blocks);
        return blocks.All;
    }

    private readonly ref struct BlockWordsSink(string folded, List<List<SeenWord>> all) : IFeatureSink
    {
        public List<List<SeenWord>> All => all;

        public void Add(scoped FeatureBlock block)
        {
            var own = new List<SeenWord>();
            var words = new NetworkWords<Words>(folded, new Words(own));
            words.Add(block);
            all.Add(own);
        }
    }

    private readonly struct Words(List<SeenWord> all) : IWordSink
    {
        public void Add(int word, int concept, scoped ReadOnlySpan<int> pieces) => all.Add(new SeenWord(word, concept, pieces.ToArray()));
    }
}
