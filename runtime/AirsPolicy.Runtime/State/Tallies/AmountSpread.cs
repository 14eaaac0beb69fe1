using System.Numerics;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Runtime.State.Changes;

namespace AirsPolicy.Runtime.State.Tallies;

/// <summary>
/// How amounts are spread: how many there are, their sum and the sum of their squares, for each mark that counts and for all together.
/// Made for windows of few marks.
/// </summary>
/// <param name="read">What is made of all together, of which there is at least one.</param>
internal sealed class AmountSpread(TimeWindow window, Func<AmountSpread.Sums, Int128> read) : Tally(window)
{
    // A square has at most 254 bits, and 2⁶³ of them 317: in three parts for the journal.
    private const int PartBits = 120;

    private readonly Queue<Part> _parts = new();
    private Part? _newest;
    private Sums _total;

    public override void Add(in Occurrence occurrence)
    {
        Forget(occurrence.Mark);
        if (!SumAmount.TryAdd(_total.Sum, occurrence.Amount, out _))
        {
            Fail(occurrence.Mark, FailureKind.Overflow);
            return;
        }
        var one = Sums.Of(occurrence.Amount);
        _total += one;
        if (_newest?.Mark != occurrence.Mark)
            _parts.Enqueue(_newest = new Part(occurrence.Mark));
        _newest.Sums += one;
    }

    public override void Clear()
    {
        base.Clear();
        (_total, _newest) = (default, null);
        _parts.Clear();
        _parts.TrimExcess();
    }

    public override void Write(ChangeWriter writer)
    {
        base.Write(writer);
        writer.Add((long)_parts.Count);
        foreach (var part in _parts)
        {
            writer.Add(part.Mark).Add(part.Sums.Count).Add(part.Sums.Sum);
            for (var (left, i) = (part.Sums.Squares, 0); i < 3; i++, left >>= PartBits)
                writer.Add((Int128)(left & ((BigInteger.One << PartBits) - 1)));
        }
    }

    public override void Read(ref ChangeReader reader)
    {
        base.Read(ref reader);
        for (var left = reader.Count(); left > 0; left--)
        {
            var part = new Part(reader.Long()) { Sums = new Sums(reader.Long(), reader.Int128(), 0) };
            for (var i = 0; i < 3; i++)
                part.Sums = part.Sums with { Squares = part.Sums.Squares + ((BigInteger)reader.Int128() << (i * PartBits)) };
            _parts.Enqueue(_newest = part);
            _total += part.Sums;
            if (!part.Sums.ArePossible || !_total.ArePossible)
                throw new InvalidDataException("No amounts have such a number, sum and sum of squares.");
        }
    }

    protected override TallyReading Total(long mark)
    {
        Forget(mark);
        return _total.Count == 0 ? TallyReading.OfNone : TallyReading.Of(read(_total));
    }

    private void Forget(long now)
    {
        while (_parts.TryPeek(out var oldest) && !Window.Holds(oldest.Mark, now))
        {
            _total -= _parts.Dequeue().Sums;
            if (_parts.Count == 0)
                _newest = null;
        }
    }

    /// <summary>The sums of some amounts.</summary>
    /// <param name="Count">How many.</param>
    /// <param name="Sum">Their sum.</param>
    /// <param name="Squares">The sum of their squares.</param>
    internal readonly record struct Sums(long Count, Int128 Sum, BigInteger Squares)
    {
        /// <summary>The mean, cut off at its last digit. There is at least one amount.</summary>
        public Int128 Mean => Sum / Count;

        /// <summary>The standard deviation of all of them, cut off at its last digit. There is at least one amount.</summary>
        public Int128 Deviation
        {
            get
            {
                var sum = (BigInteger)Sum;
                return (Int128)Root((Count * Squares - sum * sum) / ((BigInteger)Count * Count));
            }
        }

        /// <summary>
        /// Whether there are amounts with these sums: the square of the sum is at most their number times the sum of the squares.
        /// </summary>
        public bool ArePossible => Count >= 1 && Squares < (BigInteger)Count << 254 && Count * Squares >= (BigInteger)Sum * Sum;

        public static Sums Of(Int128 amount) => new(1, amount, (BigInteger)amount * amount);

        public static Sums operator +(Sums one, Sums other) =>
            new(one.Count + other.Count, unchecked(one.Sum + other.Sum), one.Squares + other.Squares);

        public static Sums operator -(Sums one, Sums other) =>
            new(one.Count - other.Count, unchecked(one.Sum - other.Sum), one.Squares - other.Squares);

        // Newton's way from above: each step is a better bound until none is.
        private static BigInteger Root(BigInteger square)
        {
            if (square.IsZero)
                return square;
            var root = BigInteger.One << (int)((square.GetBitLength() + 1) / 2);
            while (true)
            {
                var next = (root + square / root) >> 1;
                if (next >= root)
                    return root;
                root = next;
            }
        }
    }

    private sealed class Part(long mark)
    {
        public long Mark { get; } = mark;

        public Sums Sums { get; set; }
    }
}
