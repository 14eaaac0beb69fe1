using System.Buffers.Binary;
using System.Text;
using AirsPolicy.Hosting.Storing;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Changes;
using AirsPolicy.Runtime.Tests.State.Changes;

namespace AirsPolicy.Storage.Sqlite.Tests;

/// <summary>What every store has to do, whatever it keeps things in. A store has tests that derive from these.</summary>
public abstract class StoreContract : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <summary>Opens the store of this test, again and again.</summary>
    /// <param name="rewriteAfter">After how many changes the state is written again.</param>
    protected abstract IPolicyStore Open(int rewriteAfter = 100_000);

    /// <inheritdoc/>
    public abstract void Dispose();

    [Fact]
    public void What_was_waited_for_is_there_again_in_the_order_in_which_it_came()
    {
        using (var store = Begun())
        {
            for (var number = 0; number < 1_000; number++)
                store.AddState(Encoding.UTF8.GetBytes($"change {number}"), number % 3 == 0 ? ChangeRole.First : ChangeRole.Soon);
            Assert.Null(store.Wait(store.AddState("last"u8, ChangeRole.First), s_patience));
            Assert.Equal((0, null), (store.Health.Waiting, store.Health.Fault));
        }
        Assert.Equal([.. Enumerable.Range(0, 1_000).Select(number => $"change {number}"), "last"], Restored());
        using (var store = Begun())
            Assert.Null(store.Wait(store.AddState("behind"u8, ChangeRole.Soon), s_patience));
        Assert.Equal(1_002, Restored().Count);
        Assert.Equal("behind", Restored()[^1]);
    }

    [Fact]
    public void What_is_closed_in_order_is_kept_without_being_waited_for()
    {
        using (var store = Begun())
            store.AddState("soon"u8, ChangeRole.Soon);
        Assert.Equal(["soon"], Restored());
    }

    [Fact]
    public void The_secret_is_32_bytes_that_stay()
    {
        byte[] secret;
        using (var store = Open())
            secret = store.Secret.ToArray();
        Assert.Equal(32, secret.Length);
        Assert.NotEqual(new byte[32], secret);
        using var again = Open();
        Assert.Equal(secret, again.Secret.ToArray());
    }

    [Fact]
    public void A_state_that_is_written_again_takes_the_place_of_what_came_before()
    {
        var rewritten = 0;
        using (var store = Open(rewriteAfter: 10))
        {
            store.Restore(_ => { });
            store.Begin(() =>
            {
                store.AddState(Encoding.UTF8.GetBytes($"all until {++rewritten}"), ChangeRole.Whole);
                store.AddState("and more"u8, ChangeRole.Whole);
            });
            for (var number = 0; number < 35; number++)
                Assert.Null(store.Wait(store.AddState(Encoding.UTF8.GetBytes($"{number}"), ChangeRole.First), s_patience));
        }
        var restored = Restored();
        Assert.InRange(rewritten, 3, 4);
        Assert.Equal([$"all until {rewritten}", "and more"], restored.Take(2));
        Assert.Equal(restored.Skip(2), Enumerable.Range(35 - restored.Count + 2, restored.Count - 2).Select(number => $"{number}"));
    }

    [Fact]
    public void What_has_a_name_is_kept_under_it_until_it_is_put_anew_or_goes()
    {
        using (var store = Begun())
        {
            store.Put("channel/a", "1"u8);
            store.Put("channel/b", "2"u8);
            store.Put("other", "3"u8);
            store.Put("channel/a", "4"u8);
            Assert.Null(store.Wait(store.Remove("other"), s_patience));
            Assert.Equal(["channel/a", "channel/b"], store.Named("").Select(named => named.Key));
        }
        using var again = Open();
        Assert.Equal(
            [("channel/a", "4"), ("channel/b", "2")],
            again.Named("channel/").Select(named => (named.Key, Encoding.UTF8.GetString(named.Value))));
        Assert.Empty(again.Named("channel/c"));
    }

    [Fact]
    public void Of_many_threads_each_finds_its_own_in_its_order()
    {
        const int Threads = 16;
        const int Changes = 200;
        using (var store = Begun())
        {
            Parallel.For(0, Threads, new ParallelOptions { MaxDegreeOfParallelism = Threads }, thread =>
            {
                for (var number = 0; number < Changes; number++)
                    Assert.Null(store.Wait(store.AddState(Encoding.UTF8.GetBytes($"{thread} {number}"), ChangeRole.First), s_patience));
            });
        }
        var restored = Restored().Select(change => change.Split(' ')).ToLookup(part => part[0], part => part[1]);
        for (var thread = 0; thread < Threads; thread++)
            Assert.Equal(Enumerable.Range(0, Changes).Select(number => $"{number}"), restored[$"{thread}"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void A_state_goes_on_over_restarts_as_if_there_were_none(int seed)
    {
        var acts = new RandomActs(seed);
        var live = "";
        for (var run = 0; run < 6; run++)
        {
            using var store = Open(rewriteAfter: 70);
            var state = Kept(store, () => acts.State);
            if (run == 0)
                acts.GoOn(state);
            else
                acts.Use(state);
            if (run > 0)
                Assert.Equal(live, acts.Shown());
            for (var act = 0; act < 150; act++)
                acts.Act();
            acts.GoOn(acts.State);
            live = acts.Shown();
        }
    }

    [Fact]
    public void Bytes_of_any_length_and_kind_are_kept()
    {
        var changes = Enumerable.Range(0, 40).Select(power => Bytes((1 << (power / 2)) + power)).Append([]).ToList();
        using (var store = Begun())
        {
            foreach (var change in changes)
                store.AddState(change, ChangeRole.Soon);
        }
        var restored = new List<byte[]>();
        using var again = Open();
        again.Restore(change => restored.Add(change.ToArray()));
        Assert.Equal(changes, restored);
    }

    [Fact]
    public void What_comes_after_it_is_closed_is_never_said_to_be_kept()
    {
        var store = Begun();
        store.Dispose();
        Assert.NotNull(store.Wait(store.AddState("late"u8, ChangeRole.First), s_patience));
        store.Dispose();
    }

    private static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        if (length >= sizeof(int))
            BinaryPrimitives.WriteInt32LittleEndian(bytes, length);
        return bytes;
    }

    private static PolicyState Kept(IPolicyStore store, Func<PolicyState> current)
    {
        var journal = new StoreJournal(store);
        var state = new PolicyState(new PolicyStateDefinition([], []), keeping: new StateKeeping(journal, store.Secret));
        store.Restore(state.Apply);
        store.Begin(() => (current() ?? state).Rewrite());
        state.Restored();
        return state;
    }

    private IPolicyStore Begun()
    {
        var store = Open();
        store.Restore(_ => { });
        store.Begin(() => throw new InvalidOperationException("Nothing is to be written again."));
        return store;
    }

    private List<string> Restored()
    {
        var changes = new List<string>();
        using var store = Open();
        store.Restore(change => changes.Add(Encoding.UTF8.GetString(change)));
        return changes;
    }

    private sealed class StoreJournal(IPolicyStore store) : IStateJournal
    {
        public void Add(ReadOnlySpan<byte> change, ChangeRole role) => store.AddState(change, role);
    }
}
