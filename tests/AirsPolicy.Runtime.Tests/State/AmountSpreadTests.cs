using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Changes;
using AirsPolicy.Runtime.State.Tallies;

namespace AirsPolicy.Runtime.Tests.State;

public sealed class AmountSpreadTests
{
    [Fact]
    public void What_is_written_is_read_again()
    {
        var (read, written) = (New(), Written());
        var reader = new ChangeReader(written);
        read.Read(ref reader);
        Assert.True(reader.IsAtEnd);
        for (var now = 0L; now < 80; now++)
            Assert.Equal(Filled().Read(now), read.Read(now));
    }

    [Fact]
    public void Damaged_sums_are_refused_or_have_a_deviation()
    {
        var (refused, taken) = (0, 0);
        var written = Written();
        for (var place = 0; place < written.Length; place++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var damaged = (byte[])written.Clone();
                damaged[place] ^= (byte)(1 << bit);
                var spread = New();
                try
                {
                    var reader = new ChangeReader(damaged);
                    spread.Read(ref reader);
                }
                catch (InvalidDataException)
                {
                    refused++;
                    continue;
                }
                spread.Read(20);
                taken++;
            }
        }
        Assert.InRange(refused, 100, int.MaxValue);
        Assert.InRange(taken, 100, int.MaxValue);
    }

    private static AmountSpread New() => new(TimeWindow.Sliced(60), static sums => sums.Deviation);

    private static AmountSpread Filled()
    {
        var spread = New();
        foreach (var (mark, amount) in new[] { (1L, (Int128)5), (1, -7), (3, (Int128)1e27), (9, -(Int128)1e27), (9, 0) })
            spread.Add(new Occurrence(mark, amount, default));
        return spread;
    }

    private static byte[] Written()
    {
        var journal = new Journal();
        var writer = new ChangeWriter(journal).Begin(ChangeKind.AggregateWhole);
        Filled().Write(writer);
        writer.End();
        return journal.Bytes[1..];
    }

    private sealed class Journal : IStateJournal
    {
        public byte[] Bytes { get; private set; } = [];

        public void Add(ReadOnlySpan<byte> change, ChangeRole role) => Bytes = change.ToArray();
    }
}
