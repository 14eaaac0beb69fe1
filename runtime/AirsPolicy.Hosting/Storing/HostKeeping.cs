using System.Security.Cryptography;
using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Changes;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Hosting.Storing;

/// <summary>Hands what changes to the store, and says whether what a thread has changed is kept before anybody is told of it.</summary>
internal sealed class HostKeeping : IStateJournal
{
    // A decision is made by one thread from its beginning to its end: the last of what it has changed that has to be kept first.
    [ThreadStatic]
    private static long s_first;

    [ThreadStatic]
    private static string? s_fault;

    [ThreadStatic]
    private static (string Name, string? Text)[]? s_said;

    private readonly IPolicyStore _store;
    private readonly TimeSpan _atMost;
    private readonly Func<DateTimeOffset> _now;

    /// <summary>Reads the state back, and begins to keep it.</summary>
    /// <param name="store">Where it is.</param>
    /// <param name="atMost">How long a decision waits until it is kept.</param>
    /// <param name="limits">What is kept of requests that wait.</param>
    /// <param name="evidence">Where evidence is recorded, or null.</param>
    /// <param name="now">The time of the host.</param>
    /// <param name="current">The state of the bundle that decides; null before the first.</param>
    /// <exception cref="InvalidDataException">What is stored cannot be read.</exception>
    public HostKeeping(
        IPolicyStore store,
        TimeSpan atMost,
        HeldLimits limits,
        HostEvidence? evidence,
        Func<DateTimeOffset> now,
        Func<PolicyState?> current)
    {
        (_store, _atMost, Evidence, _now) = (store, atMost, evidence, now);
        Restored = Restore(store, limits, this);
        store.Begin(() => (current() ?? Restored).Rewrite());
        Restored.Restored();
    }

    /// <summary>Where evidence is recorded, or null.</summary>
    public HostEvidence? Evidence { get; }

    /// <summary>The state as the store had it, for the first bundle to go on with.</summary>
    public PolicyState Restored { get; }

    /// <summary>Reads the state back.</summary>
    /// <param name="journal">Takes down what changes from now on.</param>
    /// <inheritdoc cref="HostKeeping(IPolicyStore, TimeSpan, HeldLimits, HostEvidence?, Func{DateTimeOffset}, Func{PolicyState?})"/>
    public static PolicyState Restore(IPolicyStore store, HeldLimits limits, IStateJournal journal)
    {
        var state = new PolicyState(new PolicyStateDefinition([], []), null, limits, new StateKeeping(journal, KeyFor(store, "places"u8)));
        store.Restore(state.Apply);
        return state;
    }

    /// <summary>A key that is the same as long as the store is there, for one purpose alone.</summary>
    public static byte[] KeyFor(IPolicyStore store, ReadOnlySpan<byte> purpose)
    {
        var key = new byte[32];
        HKDF.Expand(HashAlgorithmName.SHA256, store.Secret.Span, key, purpose);
        return key;
    }

    /// <summary>What this thread has changed before is waited for no more.</summary>
    public static void Begin()
    {
        s_first = 0;
        // Most threads have neither, and a look costs less than a write.
        if (s_said is not null || s_fault is not null)
            (s_said, s_fault) = (null, null);
    }

    /// <inheritdoc cref="Begin()"/>
    /// <param name="said">What is added to the evidence of what it changes next, such as who does it.</param>
    public static void Begin(params (string Name, string? Text)[] said) => (s_first, s_fault, s_said) = (0, null, said);

    /// <summary>Waits until what this thread has changed since then is kept, as far as nobody may be told of it before.</summary>
    /// <returns>Why it is not, in a sentence with what to do; null where it is.</returns>
    public string? Unkept()
    {
        var number = s_first;
        if (number == 0)
            return null;
        var fault = s_fault;
        (s_first, s_fault) = (0, null);
        try
        {
            return fault ?? _store.Wait(number, _atMost);
        }
        catch (Exception thrown)
        {
            return Fault(thrown);
        }
    }

    public void Add(ReadOnlySpan<byte> change, ChangeRole role)
    {
        long number;
        try
        {
            number = _store.AddState(change, role);
        }
        // The state has changed already: whoever has to wait for it is refused, and nobody else hears of it.
        catch (Exception thrown) when (role != ChangeRole.Whole)
        {
            if (role == ChangeRole.First)
                (s_first, s_fault) = (long.MaxValue, Fault(thrown));
            return;
        }
        if (role != ChangeRole.Whole && Evidence is not null && RecordedChange.Of(change, _now()) is { } record)
            number = Evidence.Record(RecordedChange.With(record, s_said ?? [])) ?? number;
        if (role == ChangeRole.First)
            s_first = number;
    }

    private static string Fault(Exception thrown) => $"The store of the host fails: {thrown.Message}";

    /// <summary>Records what has happened. Whoever waits for what this thread has changed waits for the record too.</summary>
    /// <returns>False where no record can be kept.</returns>
    public bool Record(EvidenceRecord record)
    {
        if (Evidence!.Record(record) is not { } number)
            return false;
        if (s_first != 0)
            s_first = number;
        return true;
    }
}
