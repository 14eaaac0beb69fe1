using System.Text;
using AirsPolicy.Runtime.State.Changes;

namespace AirsPolicy.Storage.Sqlite.Tests;

/// <summary>What a crash of the machine can leave of the files: less than was written, and of the last of it anything.</summary>
public sealed class DamagedDiskTests : IDisposable
{
    private const int Page = 4096;
    private const int Sector = 512;
    private const int FrameHeader = 24;
    private const int LogHeader = 32;

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Whatever_page_the_log_is_cut_at_what_was_kept_before_is_there_and_nothing_else()
    {
        var (file, log, kept) = Run(60);
        var pages = (log.Length - LogHeader) / (Page + FrameHeader);
        Assert.InRange(pages, 60, 2_000);
        for (var page = 0; page <= pages; page++)
        {
            foreach (var more in page == pages ? [0] : (int[])[0, 1, Sector, Page])
            {
                var length = LogHeader + page * (Page + FrameHeader) + more;
                AssertPrefix(file, log[..length], kept, length);
            }
        }
    }

    [Fact]
    public void Sectors_that_were_lost_behind_what_was_kept_lose_nothing_of_it() => Damaged((random, tail) =>
    {
        for (var sector = 0; sector < tail.Length; sector += Sector)
        {
            if (random.Next(3) == 0)
                tail[sector..Math.Min(sector + Sector, tail.Length)].Clear();
        }
    });

    [Fact]
    public void Sectors_that_came_in_another_order_lose_nothing_of_what_was_kept() => Damaged((random, tail) =>
    {
        for (var swap = 0; swap < 6 && tail.Length >= 2 * Sector; swap++)
        {
            var one = random.Next(tail.Length / Sector) * Sector;
            var other = random.Next(tail.Length / Sector) * Sector;
            var held = tail.Slice(one, Sector).ToArray();
            tail.Slice(other, Sector).CopyTo(tail[one..]);
            held.CopyTo(tail[other..]);
        }
    });

    [Fact]
    public void Noise_behind_what_was_kept_loses_nothing_of_it() => Damaged((random, tail) =>
    {
        for (var bits = 0; bits < 8 && tail.Length > 0; bits++)
            tail[random.Next(tail.Length)] ^= (byte)random.Next(1, 256);
    });

    private delegate void Damage(Random random, Span<byte> tail);

    // What was flushed stays; of what came behind it any part may be there or not.
    private void Damaged(Damage damage)
    {
        var (file, log, kept) = Run(40);
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var (safe, at) = kept[random.Next(kept.Count)];
            var damaged = (byte[])log.Clone();
            damage(random, damaged.AsSpan((int)at));
            AssertPrefix(file, damaged, [(safe, at)], damaged.Length);
        }
    }

    // How long the log was when each change was said to be kept.
    private (byte[] File, byte[] Log, List<(int Change, long Length)> Kept) Run(int changes)
    {
        var path = _folder.PathOf("run.db");
        var kept = new List<(int, long)>();
        using var store = SqliteStore.Open(path);
        store.Restore(_ => { });
        store.Begin(() => { });
        for (var change = 0; change < changes; change++)
        {
            Assert.Null(store.Wait(store.AddState(Bytes(change), ChangeRole.First), s_patience));
            kept.Add((change, new FileInfo(path + "-wal").Length));
        }
        return (Read(path), Read(path + "-wal"), kept);
    }

    private void AssertPrefix(byte[] file, byte[] log, IEnumerable<(int Change, long Length)> kept, long length)
    {
        var path = _folder.PathOf("cut.db");
        File.WriteAllBytes(path, file);
        File.WriteAllBytes(path + "-wal", log);
        var restored = new List<string>();
        using (var store = SqliteStore.Open(path))
            store.Restore(change => restored.Add(Encoding.UTF8.GetString(change)));
        Assert.Equal(Enumerable.Range(0, restored.Count).Select(change => Encoding.UTF8.GetString(Bytes(change))), restored);
        var least = kept.Where(known => known.Length <= length).Select(known => known.Change + 1).DefaultIfEmpty(0).Max();
        Assert.True(restored.Count >= least, $"Of {least} changes that were kept there are {restored.Count}, with a log of {length} bytes.");
    }

    private static byte[] Bytes(int change) => Encoding.UTF8.GetBytes($"change {change} {new string('x', change * 37 % 2_000)}");

    private static byte[] Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
