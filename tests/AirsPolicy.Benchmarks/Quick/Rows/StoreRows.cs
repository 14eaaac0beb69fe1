using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AirsPolicy.Benchmarks.Policies;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Hosting;
using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Hosting.Evidence.Checking;
using AirsPolicy.Hosting.Evidence.Logs;
using AirsPolicy.Hosting.Evidence.Merkle;
using AirsPolicy.Hosting.Evidence.Notes;
using AirsPolicy.Hosting.Storing;
using AirsPolicy.Runtime.Bundles.Signing;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Changes;
using AirsPolicy.Storage.Sqlite;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>What it costs that a host forgets nothing, and that it can be shown.</summary>
internal static class StoreRows
{
    private const int Callers = 64;
    private const int RecordBytes = 512;
    private const int Verified = 250_000;

    private static readonly byte[] s_record = RandomNumberGenerator.GetBytes(RecordBytes);

    public static IEnumerable<QuickRow> All() =>
    [
        new("kept records of 512 B, 64 callers, against one with write and flush", "at least 50x", Grouped),
        new("the same, against an own file that is laid out before", "at least 0.8x", AgainstOwnFile),
        new("leaf and tree of a record, against a chain of hashes", "at most 3x", LeafAndTree),
        new("kept leaves with the tree, 64 callers, against without", "at least 0.9x", WithTree),
        new("a decision without state, with a store, against none", "at most 1.05x; 0 bytes", Attached),
        new("restart: 100,000 changes, 1,000,000 before them", "at most 5x reading the file", Restart),
        new("memory after 10,000,000 decisions of sessions, against 1,000,000", "at most 1.05x", Flat),
        new("verify 250,000 records with content, against SHA-256", "at most 4x", Verify),
    ];

    private static QuickFigure Grouped()
    {
        var rates = Enumerable.Range(0, 5).Select(_ => (Store: StoreRate(), Raw: RawRate())).ToList();
        var (store, raw) = (Median(rates.Select(rate => rate.Store)), Median(rates.Select(rate => rate.Raw)));
        return new QuickFigure(Rate(store), store >= 50 * raw, Rate(raw), store / raw);
    }

    private static QuickFigure AgainstOwnFile()
    {
        var rates = Enumerable.Range(0, 5).Select(_ => (Store: StoreRate(), Own: OwnRate())).ToList();
        var (store, own) = (Median(rates.Select(rate => rate.Store)), Median(rates.Select(rate => rate.Own)));
        return new QuickFigure(Rate(store), store >= 0.8 * own, Rate(own), store / own);
    }

    private static double StoreRate() => Kept((store, _) => store.AddState(s_record, ChangeRole.First));

    private static QuickFigure WithTree()
    {
        var rates = Enumerable.Range(0, 5).Select(_ => (With: LeafRate(new MerkleTree()), Without: LeafRate(null))).ToList();
        var (with, without) = (Median(rates.Select(rate => rate.With)), Median(rates.Select(rate => rate.Without)));
        return new QuickFigure(Rate(with), with >= 0.9 * without, Rate(without), with / without);
    }

    private static double LeafRate(MerkleTree? tree)
    {
        var (order, next) = (new Lock(), 0L);
        return Kept((store, _) =>
        {
            lock (order)
            {
                var leaf = EvidenceLeaf.Write(next, Record(), null);
                if (tree is not null)
                {
                    Span<byte> hash = stackalloc byte[MerkleHash.Size];
                    MerkleHash.OfLeaf(leaf, hash);
                    tree.Append(hash);
                }
                return store.AddLeaf(next++, leaf, null);
            }
        });
    }

    // How many records a second many callers have kept, each waiting for its own.
    private static double Kept(Func<SqliteStore, int, long> add)
    {
        const int each = 200;
        var folder = Directory.CreateTempSubdirectory("airs-rows-").FullName;
        try
        {
            using var store = SqliteStore.Open(Path.Combine(folder, "airs.db"));
            store.Restore(_ => { });
            store.Begin(() => { });
            return Rate(each, caller => store.Wait(add(store, caller), TimeSpan.FromMinutes(1)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double RawRate()
    {
        const int records = 100;
        var path = Path.GetTempFileName();
        try
        {
            using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
            var start = Stopwatch.GetTimestamp();
            for (var record = 0; record < records; record++)
            {
                RandomAccess.Write(file, s_record, record * RecordBytes);
                RandomAccess.FlushToDisk(file);
            }
            return records / Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        finally
        {
            File.Delete(path);
        }
    }

    // The least that could do: one thread that writes what has come in meanwhile into a file of a fixed length, and flushes it.
    private static double OwnRate()
    {
        var path = Path.GetTempFileName();
        try
        {
            using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, preallocationSize: 64 << 20);
            var order = new object();
            var (taken, kept, ended) = (0L, 0L, false);
            var waiting = new List<byte[]>();
            var writer = new Thread(() =>
            {
                for (var at = 0L; ;)
                {
                    byte[][] group;
                    lock (order)
                    {
                        while (waiting.Count == 0 && !ended)
                            Monitor.Wait(order);
                        if (waiting.Count == 0)
                            return;
                        group = [.. waiting];
                        waiting.Clear();
                    }
                    var bytes = group.SelectMany(record => record).ToArray();
                    RandomAccess.Write(file, bytes, at);
                    RandomAccess.FlushToDisk(file);
                    at += bytes.Length;
                    lock (order)
                    {
                        kept += group.Length;
                        Monitor.PulseAll(order);
                    }
                }
            });
            writer.Start();
            var rate = Rate(200, _ =>
            {
                lock (order)
                {
                    waiting.Add(s_record);
                    var number = ++taken;
                    Monitor.PulseAll(order);
                    while (kept < number)
                        Monitor.Wait(order);
                }
            });
            lock (order)
            {
                ended = true;
                Monitor.PulseAll(order);
            }
            writer.Join();
            return rate;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static double Rate(int each, Action<int> keep)
    {
        var threads = Enumerable.Range(0, Callers).Select(caller => new Thread(() =>
        {
            for (var record = 0; record < each; record++)
                keep(caller);
        })).ToList();
        var start = Stopwatch.GetTimestamp();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return Callers * each / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static QuickFigure LeafAndTree()
    {
        const int records = 200;
        var (tree, sequence) = (new MerkleTree(), 0L);
        var chain = new byte[32];
        var times = Measure.Nanoseconds(
            records,
            () =>
            {
                Span<byte> hash = stackalloc byte[MerkleHash.Size];
                for (var i = 0; i < records; i++)
                {
                    var record = WithContent();
                    MerkleHash.OfLeaf(EvidenceLeaf.Write(sequence++, record, StoredContent.Of(record)), hash);
                    tree.Append(hash);
                }
            },
            () =>
            {
                Span<byte> hash = stackalloc byte[32];
                for (var i = 0; i < records; i++)
                {
                    // The same header, a hash of each part of the content, and one over all of it and the record before.
                    var record = WithContent();
                    using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                    all.AppendData(chain);
                    all.AppendData(EvidenceLeaf.Write(sequence++, record with { Content = [] }, null));
                    foreach (var field in record.Content)
                    {
                        SHA256.HashData(field.Value.Span, hash);
                        all.AppendData(hash);
                    }
                    all.GetHashAndReset(chain);
                }
            });
        return QuickFigure.Against(times[0], times[1], 3);
    }

    private static QuickFigure Attached()
    {
        const int calls = 100;
        var bundle = BundleBuilder.Build(Policy.Model("""
            policy shop
            system s { owner "o" }
            control short { at input  when length(text) > 2_000 then block "Shorter, please." }

            """));
        var folder = Directory.CreateTempSubdirectory("airs-rows-").FullName;
        try
        {
            using var store = SqliteStore.Open(Path.Combine(folder, "airs.db"));
            var facts = Encoding.UTF8.GetBytes("""{"input":{"text":"Where is my order?"}}""");
            var (without, with) = (Host(bundle, null), Host(bundle, store));
            var bytes = Measure.Allocated(() => with.Decide("input", facts));
            var times = Measure.Difference(calls, () => Repeat(without), () => Repeat(with));
            var whole = times.Without + times.More;
            return QuickFigure.Against(whole, times.Without, 1.05, bytes == 0, $", {bytes} bytes");

            void Repeat(PolicyHost host)
            {
                for (var i = 0; i < calls; i++)
                    host.Decide("input", facts);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static QuickFigure Restart()
    {
        var bundle = BundleBuilder.Build(Policy.Model(PastPolicies.Conditions(4)));
        var folder = Directory.CreateTempSubdirectory("airs-rows-").FullName;
        try
        {
            var path = Path.Combine(folder, "airs.db");
            using (var store = SqliteStore.Open(path, new SqliteStoreOptions { RewriteAfterChanges = 1_000_000 }))
            {
                var host = Host(bundle, store);
                for (var call = 0; store.Health.Taken < 1_100_000; call++)
                    host.Decide("tool_call", Encoding.UTF8.GetBytes(PastPolicies.Facts($"s{call % 1_000}", "payee")));
                store.Wait(store.Health.Taken, TimeSpan.FromMinutes(1));
            }
            var times = Measure.Quickest(5,
                () =>
                {
                    using var store = SqliteStore.Open(path);
                    _ = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true, Store = store });
                },
                () => File.ReadAllBytes(path));
            return QuickFigure.Against(times[0], times[1], 5, more: $", {new FileInfo(path).Length / 1048576.0:F0} MiB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static QuickFigure Flat()
    {
        var bundle = BundleBuilder.Build(Policy.Model(PastPolicies.Conditions(1)));
        var folder = Directory.CreateTempSubdirectory("airs-rows-").FullName;
        try
        {
            using var store = SqliteStore.Open(Path.Combine(folder, "airs.db"));
            var host = Host(bundle, store);
            var (first, second) = (After(host, 0, 1_000_000), After(host, 1_000_000, 10_000_000));
            return new QuickFigure($"{second / 1048576.0:F0} MiB", second <= 1.05 * first, $"{first / 1048576.0:F0} MiB", (double)second / first);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        static long After(PolicyHost host, int from, int to)
        {
            for (var session = from; session < to; session++)
                host.Decide("tool_call", Encoding.UTF8.GetBytes(PastPolicies.Facts(session.ToString(CultureInfo.InvariantCulture), "payee")));
            return GC.GetTotalMemory(forceFullCollection: true);
        }
    }

    private static QuickFigure Verify()
    {
        using var key = SigningKey.Create();
        using var signer = new CheckpointSigner("log", key.ToPem());
        var log = new MemoryEvidenceLog("rows");
        for (var record = 0; record < Verified; record++)
        {
            log.Append(WithContent());
            if (record % 1_000 == 999)
                log.Sign(signer);
        }
        var keys = new CheckpointKeys(new Dictionary<string, string> { ["log"] = key.Public.ToPem() });
        // All that is verified, as one text.
        var bytes = log.Leaves(0, Verified).Sum(leaf => (long)leaf.Length)
            + Enumerable.Range(0, Verified).Sum(index => log.Content(index)!.Fields.Sum(field => (long)field.Value.Length) + 32);
        var part = new byte[1 << 20];
        var times = Measure.Quickest(3,
            () =>
            {
                if (EvidenceCheck.Run(log, keys).Findings.Count > 0)
                    throw new InvalidOperationException("The evidence is not sound.");
            },
            () =>
            {
                using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                for (var left = bytes; left > 0; left -= part.Length)
                    hash.AppendData(part.AsSpan(0, (int)Math.Min(left, part.Length)));
                hash.GetHashAndReset();
            });
        return QuickFigure.Against(times[0], times[1], 4, more: $", {bytes / 1048576.0:F0} MiB");
    }

    private static PolicyHost Host(byte[] bundle, IPolicyStore? store)
    {
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true, Store = store });
        return host.Load(bundle).Activated ? host : throw new InvalidOperationException("The bundle is refused.");
    }

    private static EvidenceRecord Record() => new(EvidenceKind.Decision, DateTimeOffset.UnixEpoch)
    {
        Point = "tool_call",
        Outcome = "allow",
        Controls = ["shop.limits", "shop.scope"],
        Request = "01922d5a7c1e7f4a8f3b2a1c0d9e8f7a-0000000000000001",
        Bundle = new string('a', 64),
    };

    private static EvidenceRecord WithContent() => Record() with
    {
        Content = [new ContentField("decision", s_record.AsMemory(0, 300)), new ContentField("facts", s_record)],
    };

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(2);

    private static string Rate(double rate) => string.Create(CultureInfo.InvariantCulture, $"{rate:F0}/s");
}
