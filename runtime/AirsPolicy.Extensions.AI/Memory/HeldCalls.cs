using System.Security.Cryptography;

namespace AirsPolicy.Extensions.AI.Memory;

/// <summary>The calls that wait, by the id of the request for approval. Each is taken up once. For any number of threads.</summary>
/// <param name="kept">Keeps them over a restart.</param>
internal sealed class HeldCalls(KeptItems kept)
{
    /// <summary>How many can wait at a time.</summary>
    public const int Most = 10_000;

    private readonly Lock _order = new();
    private readonly Dictionary<string, HeldCall> _calls = new(
        kept.Restored.Select(call => KeyValuePair.Create(call.Key, KeptJson.ReadCall(call.Value))),
        StringComparer.Ordinal);

    /// <summary>Keeps a call.</summary>
    /// <returns>An id that nobody can guess; null where no more can wait.</returns>
    public string? Add(HeldCall call, DateTimeOffset now)
    {
        var id = $"airs_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";
        lock (_order)
        {
            if (_calls.Count >= Most)
            {
                foreach (var over in _calls.Where(known => known.Value.Expires <= now).Select(known => known.Key).ToList())
                {
                    _calls.Remove(over);
                    kept.Forget(over);
                }
            }
            if (_calls.Count >= Most)
                return null;
            _calls.Add(id, call);
        }
        // What a restart would forget does not wait.
        if (kept.IsKept(kept.Keep(id, KeptJson.Write(call))))
            return id;
        lock (_order)
            _calls.Remove(id);
        kept.Forget(id);
        return null;
    }

    /// <summary>Takes a call out: whoever comes second finds nothing.</summary>
    public HeldCall? Take(string id)
    {
        HeldCall? call;
        lock (_order)
        {
            if (!_calls.Remove(id, out call))
                return null;
        }
        // What a restart would have wait again is not executed: it waits on here too.
        if (kept.IsKept(kept.Forget(id)))
            return call;
        PutBack(id, call);
        return null;
    }

    /// <summary>Puts a call back that waits on.</summary>
    public void PutBack(string id, HeldCall call)
    {
        // In one order with whoever takes it out.
        lock (_order)
        {
            _calls.TryAdd(id, call);
            kept.Keep(id, KeptJson.Write(call));
        }
    }
}
