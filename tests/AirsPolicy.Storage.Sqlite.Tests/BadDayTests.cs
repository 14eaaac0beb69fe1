using System.Text;
using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Runtime.State.Changes;

namespace AirsPolicy.Storage.Sqlite.Tests;

/// <summary>Disks that are full, files that are damaged or in use: each says what to do, and nothing hangs.</summary>
public sealed class BadDayTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_second_host_on_the_file_is_refused_and_told_why()
    {
        using var store = Open();
        var refused = Assert.Throws<InvalidDataException>(() => Open());
        Assert.Contains("another process has it open", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_store_is_refused_and_left_alone()
    {
        File.WriteAllText(_folder.PathOf("airs.db"), new string('x', 5_000));
        Assert.Contains("damaged or no store", Assert.Throws<InvalidDataException>(() => Open()).Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5_000), File.ReadAllText(_folder.PathOf("airs.db")));
    }

    [Fact]
    public void A_database_of_something_else_and_a_store_of_a_later_format_are_refused()
    {
        Sql("CREATE TABLE other(a)");
        Assert.Contains("something else", Assert.Throws<InvalidDataException>(() => Open()).Message, StringComparison.Ordinal);
        File.Delete(_folder.PathOf("airs.db"));
        Sql("PRAGMA user_version = 7");
        Assert.Contains("format 7", Assert.Throws<InvalidDataException>(() => Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_refuses_at_once_keeps_what_was_kept_and_goes_on_when_there_is_room()
    {
        using (var store = Begun(Open()))
        {
            Assert.Null(store.Wait(store.AddState("before"u8, ChangeRole.First), s_patience));
            store.MostPages = 40;
            var big = new byte[400_000];
            var reason = store.Wait(store.AddState(big, ChangeRole.First), s_patience);
            Assert.Contains("is full. Make room", reason, StringComparison.Ordinal);
            Assert.NotNull(store.Health.FaultSince);
            // Whoever comes later does not wait for a disk that is full.
            Assert.Equal(reason, store.Wait(store.AddState("small"u8, ChangeRole.First), s_patience));

            store.MostPages = 100_000;
            SpinWait.SpinUntil(() => store.Health.Fault is null, s_patience);
            Assert.Null(store.Wait(store.AddState("after"u8, ChangeRole.First), s_patience));
        }
        Assert.Equal(["before", new string('\0', 400_000), "small", "after"], Restored());
    }

    [Fact]
    public void What_waits_for_a_full_disk_is_bounded_and_the_state_is_written_again_when_there_is_room()
    {
        using (var store = Open(new SqliteStoreOptions { MostWaitingBytes = 10_000 }))
        {
            store.Restore(_ => { });
            store.Begin(() => store.AddState("all of it"u8, ChangeRole.Whole));
            Assert.Null(store.Wait(store.AddState("before"u8, ChangeRole.First), s_patience));
            store.MostPages = 40;
            Assert.NotNull(store.Wait(store.AddState(new byte[400_000], ChangeRole.First), s_patience));
            for (var change = 0; change < 1_000; change++)
                store.AddState(new byte[1_000], ChangeRole.Soon);
            store.MostPages = 100_000;
            SpinWait.SpinUntil(() => store.Health.Fault is null, s_patience);
            Assert.Null(store.Wait(store.AddState("after"u8, ChangeRole.First), s_patience));
        }
        // It may have been written again while there was no room yet: then what came behind that is there as well.
        var restored = Restored();
        Assert.Equal(("all of it", "after"), (restored[0], restored[^1]));
        Assert.True(restored.Count < 100, $"{restored.Count} changes are there.");
    }

    [Fact]
    public void A_store_that_is_slow_is_not_waited_for_longer_than_is_said()
    {
        using var store = Begun(Open());
        using (store.Held())
        {
            var reason = store.Wait(store.AddState("slow"u8, ChangeRole.First), TimeSpan.FromMilliseconds(20));
            Assert.Contains("has not kept it within 0.02 s", reason, StringComparison.Ordinal);
        }
        Assert.Null(store.Wait(store.AddState("again"u8, ChangeRole.First), s_patience));
    }

    [Fact]
    public void A_state_that_cannot_be_written_again_loses_nothing_and_is_tried_later()
    {
        var tries = 0;
        using (var store = Open(new SqliteStoreOptions { RewriteAfterChanges = 2 }))
        {
            store.Restore(_ => { });
            store.Begin(() =>
            {
                store.AddState("half of it"u8, ChangeRole.Whole);
                if (tries++ < 2)
                    throw new InvalidOperationException("not now");
                store.AddState("and the other half"u8, ChangeRole.Whole);
            });
            foreach (var change in (string[])["one", "two", "three", "four", "five"])
                Assert.Null(store.Wait(store.AddState(Encoding.UTF8.GetBytes(change), ChangeRole.First), s_patience));
            Assert.Equal(2, tries);
            Assert.Null(store.Wait(store.AddState("six"u8, ChangeRole.First), s_patience));
        }
        Assert.Equal(3, tries);
        Assert.Equal(["half of it", "and the other half"], Restored());
    }

    [Fact]
    public void A_copy_is_made_while_the_store_is_used_and_is_a_store()
    {
        using (var store = Begun(Open()))
        {
            for (var change = 0; change < 500; change++)
                store.AddState(Encoding.UTF8.GetBytes($"{change}"), ChangeRole.Soon);
            Assert.Null(store.Wait(store.AddState("last"u8, ChangeRole.First), s_patience));
            store.Backup(_folder.PathOf("copy.db"));
            store.AddState("behind"u8, ChangeRole.Soon);
            Assert.Throws<IOException>(() => store.Backup(_folder.PathOf("copy.db")));
        }
        Assert.Equal([.. Enumerable.Range(0, 500).Select(change => $"{change}"), "last"], Restored("copy.db"));
    }

    [Fact]
    public void The_content_of_a_leaf_that_is_deleted_leaves_no_byte_in_any_file()
    {
        var secret = Encoding.UTF8.GetBytes("the private words of somebody");
        using (var store = Begun(Open()))
        {
            store.AddLeaf(0, "a leaf"u8, Content(secret));
            Assert.Null(store.Wait(store.AddLeaf(1, "another"u8, Content("other words"u8.ToArray())), s_patience));
            Assert.Contains(Files(), file => file.AsSpan().IndexOf(secret) >= 0);

            Assert.Null(store.Wait(store.DeleteContent([0]), s_patience));

            Assert.DoesNotContain(Files(), file => file.AsSpan().IndexOf(secret) >= 0);
            Assert.Contains(Files(), file => file.AsSpan().IndexOf("other words"u8) >= 0);
        }
    }

    // No test can take a disk its power: what makes a flush one is held here.
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("locking_mode", "exclusive")]
    [InlineData("secure_delete", "1")]
    public void The_file_is_written_as_is_promised(string setting, string value)
    {
        using var store = Open();
        Assert.Equal(value, store.Setting(setting));
    }

    [Fact]
    public void Only_its_owner_can_read_a_store()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var store = Open();
        foreach (var file in Directory.GetFiles(_folder.PathOf("."), "airs.db*"))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    private static StoredContent Content(byte[] value) => new(new byte[32], [new ContentField("facts", value)]);

    private SqliteStore Open(SqliteStoreOptions? options = null) => SqliteStore.Open(_folder.PathOf("airs.db"), options);

    private static SqliteStore Begun(SqliteStore store)
    {
        store.Restore(_ => { });
        store.Begin(() => throw new InvalidOperationException("Nothing is to be written again."));
        return store;
    }

    private List<string> Restored(string name = "airs.db")
    {
        var changes = new List<string>();
        using var store = SqliteStore.Open(_folder.PathOf(name));
        store.Restore(change => changes.Add(Encoding.UTF8.GetString(change)));
        return changes;
    }

    private IEnumerable<byte[]> Files() => Directory.GetFiles(_folder.PathOf("."), "airs.db*").Select(path =>
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    });

    private void Sql(string sql)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_folder.PathOf("airs.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
