using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using AirsPolicy.Text.Concepts;

namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>
/// A learned network over the words of a window in their order. A word is a vector: the sum of those of the word, of its concept and of
/// its pieces. Filters look at every three neighbouring words. How much the window is what is looked for is a weighted sum: of the most
/// that each filter found, and of all that it found.
/// </summary>
/// <remarks>
/// Vectors and what filters find are integers. What is added up of that are numbers of IEEE 754, in one order, so that the answer is the
/// same to the last bit on every machine.
/// </remarks>
internal sealed class PhraseNetwork
{
    /// <summary>The rows of the table of words, and of that of pieces. Words that share one share its vector.</summary>
    public const int Rows = 1 << 14;

    /// <summary>The numbers of a vector.</summary>
    public const int Cells = 16;

    /// <summary>How many neighbouring words a filter looks at.</summary>
    public const int Words = 3;

    /// <summary>The most pieces of a word.</summary>
    public const int MostPieces = 48;

    /// <summary>How many filters there are.</summary>
    public const int Filters = 96;

    /// <summary>What is added to the number of words, so that a word alone does not decide.</summary>
    public const int FewWords = 4;

    /// <summary>The numbers that a filter multiplies with.</summary>
    public const int Inputs = Words * Cells;

    /// <summary>What 1 is written as in the vector of a word, so that shares of pieces are not lost.</summary>
    public const int VectorUnit = 16;

    // The sums of what filters multiply stay below a quarter of this, so that no start makes them overflow.
    private const float GreatestStart = 1 << 29;

    private const int Lanes = 8, Together = 4 * Lanes, Pair = 2;

    // Shares are written as so many parts.
    private const int ShareBits = 12;

    /// <summary>What a margin of 1 is written as.</summary>
    public const int Unit = 1 << 16;

    /// <summary>
    /// How far a margin goes: few texts go further, and the words of a few filters must not take back all that a linear model has found.
    /// </summary>
    public const long LeastMargin = -3 * Unit, MostMargin = 8 * Unit;

    // So large that nothing learned is, and so small that sums stay numbers.
    private const float Greatest = 1L << 40;

    private readonly sbyte[] _words;
    private readonly sbyte[] _pieces;
    private readonly sbyte[] _concepts;
    // Of each two neighbouring inputs what every filter multiplies them with.
    private readonly short[] _filters;
    private readonly int[] _starts;
    private readonly float[] _ofMost;
    private readonly float[] _ofAll;
    private readonly float _start;

    private PhraseNetwork(ReadOnlySpan<sbyte> rows, ReadOnlySpan<float> numbers)
    {
        _words = Take(ref rows, Rows * Cells);
        _pieces = Take(ref rows, Rows * Cells);
        _concepts = Take(ref rows, (1 + ConceptCount) * Cells);
        _filters = InPairs(Take(ref rows, Inputs * Filters));
        _starts = [.. Take(ref numbers, Filters).Select(StartOf)];
        _ofMost = [.. Take(ref numbers, Filters).Select(value => value / VectorUnit)];
        _ofAll = [.. Take(ref numbers, Filters).Select(value => value / VectorUnit)];
        _start = numbers[0];
    }

    private static int ConceptCount => ConceptTable.Shipped.Count;

    /// <summary>How many signed bytes a network begins with: vectors of words, of pieces and of concepts, and filters.</summary>
    public static int SmallNumbers { get; } = (2 * Rows + 1 + ConceptCount) * Cells + Inputs * Filters;

    /// <summary>
    /// How many numbers of four bytes follow: what each filter starts with, what its most and its sum count, and what every text starts
    /// with.
    /// </summary>
    public static int LargeNumbers { get; } = 3 * Filters + 1;

    /// <summary>How many bytes that is in all.</summary>
    public static int Size { get; } = SmallNumbers + LargeNumbers * sizeof(float);

    /// <summary>Reads a network; null where a number is none or is too large.</summary>
    /// <param name="bytes"><see cref="Size"/> of them, little-endian.</param>
    public static PhraseNetwork? Read(ReadOnlySpan<byte> bytes)
    {
        var numbers = new float[LargeNumbers];
        for (var at = 0; at < numbers.Length; at++)
        {
            numbers[at] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(SmallNumbers + at * sizeof(float))..]);
            if (!(MathF.Abs(numbers[at]) <= Greatest)) return null;
        }
        return new PhraseNetwork(MemoryMarshal.Cast<byte, sbyte>(bytes[..SmallNumbers]), numbers);
    }

    // Of a word with so many pieces what the sum of their vectors is multiplied with.
    private static readonly int[] s_shares =
    [
        .. Enumerable.Range(0, MostPieces + 1).Select(ShareOf),
    ];

    /// <summary>The vector of a word, in parts of <see cref="VectorUnit"/>.</summary>
    /// <param name="word">The row of the word.</param>
    /// <param name="concept">That of its concept.</param>
    /// <param name="pieces">Those of its pieces.</param>
    /// <param name="vector">Takes <see cref="Cells"/> numbers.</param>
    public void WriteVector(int word, int concept, scoped ReadOnlySpan<int> pieces, Span<short> vector)
    {
        var (lower, upper) = (Vector128<short>.Zero, Vector128<short>.Zero);
        foreach (var piece in pieces)
        {
            var (one, other) = Vector128.Widen(RowOf(_pieces, piece));
            lower += one;
            upper += other;
        }
        var ofWord = Vector128.Widen(RowOf(_words, word));
        var ofConcept = Vector128.Widen(RowOf(_concepts, concept));
        var share = s_shares[pieces.Length];
        (Shared(lower, share) + (ofWord.Lower + ofConcept.Lower) * VectorUnit).CopyTo(vector);
        (Shared(upper, share) + (ofWord.Upper + ofConcept.Upper) * VectorUnit).CopyTo(vector[Lanes..]);
    }

    private static Vector128<sbyte> RowOf(sbyte[] table, int row) => Vector128.Create<sbyte>(table.AsSpan(row * Cells, Cells));

    private static Vector128<short> Shared(Vector128<short> sums, int share)
    {
        var (lower, upper) = Vector128.Widen(sums);
        var half = Vector128.Create(1 << ShareBits - 1);
        return Vector128.Narrow(lower * share + half >> ShareBits, upper * share + half >> ShareBits);
    }

    /// <summary>Adds what every filter finds in three neighbouring words.</summary>
    /// <param name="inputs">The vectors of the words, one behind the other.</param>
    /// <param name="most">The most that each filter has found.</param>
    /// <param name="all">All that each has found.</param>
    /// <remarks>The numbers are checked once for all inputs: this is where the time goes.</remarks>
    public void Look(ReadOnlySpan<short> inputs, Span<float> most, Span<float> all)
    {
        var pairs = MemoryMarshal.Cast<short, int>(inputs[..Inputs]);
        for (var filter = 0; filter < Filters; filter += Together)
        {
            var (one, two) = (StartsFrom(filter), StartsFrom(filter + Lanes));
            var (three, four) = (StartsFrom(filter + 2 * Lanes), StartsFrom(filter + 3 * Lanes));
            ref var weight = ref _filters.AsSpan(Pair * filter, Pair * (Filters * (pairs.Length - 1) + Together))[0];
            nuint at = 0;
            foreach (var pair in pairs)
            {
                var values = Vector256.Create(pair).AsInt16();
                one += SumsOfProducts(values, Vector256.LoadUnsafe(ref weight, at));
                two += SumsOfProducts(values, Vector256.LoadUnsafe(ref weight, at + Pair * Lanes));
                three += SumsOfProducts(values, Vector256.LoadUnsafe(ref weight, at + 2 * Pair * Lanes));
                four += SumsOfProducts(values, Vector256.LoadUnsafe(ref weight, at + 3 * Pair * Lanes));
                at += Pair * Filters;
            }
            Add(one, most.Slice(filter, Lanes), all.Slice(filter, Lanes));
            Add(two, most.Slice(filter + Lanes, Lanes), all.Slice(filter + Lanes, Lanes));
            Add(three, most.Slice(filter + 2 * Lanes, Lanes), all.Slice(filter + 2 * Lanes, Lanes));
            Add(four, most.Slice(filter + 3 * Lanes, Lanes), all.Slice(filter + 3 * Lanes, Lanes));
        }
    }

    private Vector256<int> StartsFrom(int filter) => Vector256.Create<int>(_starts.AsSpan(filter, Lanes));

    // What is less than nothing is not found.
    private static void Add(Vector256<int> sums, Span<float> most, Span<float> all)
    {
        var found = Vector256.ConvertToSingle(Vector256.Max(sums, Vector256<int>.Zero));
        Add(found, found, most, all);
    }

    private static void Add(Vector256<float> ownMost, Vector256<float> ownAll, Span<float> most, Span<float> all)
    {
        Vector256.Max(Vector256.Create<float>(most), ownMost).CopyTo(most);
        (Vector256.Create<float>(all) + ownAll).CopyTo(all);
    }

    /// <summary>Adds what filters found in one block to what they found in those before.</summary>
    /// <param name="ownMost">The most that each filter found in the block.</param>
    /// <param name="ownAll">All that each found there.</param>
    /// <param name="most">The most in the blocks before.</param>
    /// <param name="all">All in them.</param>
    public static void Join(ReadOnlySpan<float> ownMost, ReadOnlySpan<float> ownAll, Span<float> most, Span<float> all)
    {
        for (var filter = 0; filter < Filters; filter += Lanes)
            Add(Vector256.Create(ownMost[filter..]), Vector256.Create(ownAll[filter..]), most[filter..], all[filter..]);
    }

    /// <summary>Of each two neighbouring numbers their products, added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> SumsOfProducts(Vector256<short> ones, Vector256<short> others) =>
        Avx2.IsSupported ? Avx2.MultiplyAddAdjacent(ones, others) : SumsOfProductsAnywhere(ones, others);

    /// <summary>The same on a processor without an instruction for it.</summary>
    internal static Vector256<int> SumsOfProductsAnywhere(Vector256<short> ones, Vector256<short> others)
    {
        const int Half = 16;
        var (one, other) = (ones.AsInt32(), others.AsInt32());
        return (one << Half >> Half) * (other << Half >> Half) + (one >> Half) * (other >> Half);
    }

    /// <summary>
    /// How much a window is what the network looks for, in units of <see cref="Unit"/>, from <see cref="LeastMargin"/> to
    /// <see cref="MostMargin"/>.
    /// </summary>
    /// <param name="most">The most that each filter found in it.</param>
    /// <param name="all">All that each found.</param>
    /// <param name="words">How many words it has.</param>
    public long MarginOf(ReadOnlySpan<float> most, ReadOnlySpan<float> all, int words)
    {
        var share = 1 / Math.Sqrt(words + FewWords);
        double margin = _start;
        for (var filter = 0; filter < Filters; filter++)
            margin += (double)most[filter] * _ofMost[filter] + all[filter] * share * _ofAll[filter];
        return (long)Math.Clamp(Math.Round(margin), LeastMargin, MostMargin);
    }

    private static int StartOf(float start) => (int)Math.Clamp(MathF.Round(start * VectorUnit), -GreatestStart, GreatestStart);

    private static int ShareOf(int pieces) => pieces == 0 ? 0 : (int)Math.Round(VectorUnit * (1 << ShareBits) / Math.Sqrt(pieces));

    // Of each input the numbers of all filters, to those of each two inputs, by filters.
    private static short[] InPairs(sbyte[] filters)
    {
        var pairs = new short[filters.Length];
        for (var at = 0; at < filters.Length; at++)
        {
            var (input, filter) = (at / Filters, at % Filters);
            pairs[Pair * (input / Pair * Filters + filter) + input % Pair] = filters[at];
        }
        return pairs;
    }

    private static T[] Take<T>(ref ReadOnlySpan<T> values, int count)
    {
        var taken = values[..count].ToArray();
        values = values[count..];
        return taken;
    }
}
