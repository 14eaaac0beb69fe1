using System.Text.Json;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Hosting.Reviewing;

/// <summary>How a host stands, for its operators.</summary>
internal static class StatusJson
{
    private const int MostListed = 500;

    public static void Write(Utf8JsonWriter json, PolicyHost host)
    {
        WriteBundle(json, host.Status());
        WriteStore(json, host);
        var state = host.State;
        WriteCharts(json, state);
        WriteBreakers(json, state);
        WriteHalts(json, state, host.Clock.GetUtcNow().UtcTicks);
        QueueJson.Write(json, host, by: null);
    }

    public static string NameOf(HaltScope scope) => scope.ToString().ToLowerInvariant();

    private static void WriteBundle(Utf8JsonWriter json, HostStatus status)
    {
        json.WriteStartObject("bundle");
        json.WriteString("package", status.Package);
        json.WriteString("version", status.PolicyVersion);
        json.WriteString("digest", status.Digest);
        WriteTime(json, "since", status.Since?.UtcTicks);
        if (status.Refused is { } refused)
        {
            json.WriteString("refused", refused);
            WriteTime(json, "refusedAt", status.RefusedAt?.UtcTicks);
        }
        json.WriteEndObject();
    }

    private static void WriteStore(Utf8JsonWriter json, PolicyHost host)
    {
        if (host.StoreHealth is not { } health)
        {
            json.WriteNull("store");
            return;
        }
        json.WriteStartObject("store");
        json.WriteNumber("waiting", health.Waiting);
        json.WriteNumber("milliseconds", (long)health.Latest.TotalMilliseconds);
        json.WriteBoolean("evidence", host.RecordsEvidence);
        if (health.Fault is { } fault)
        {
            json.WriteString("fault", fault);
            WriteTime(json, "faultSince", health.FaultSince);
        }
        json.WriteEndObject();
    }

    private static void WriteCharts(Utf8JsonWriter json, PolicyState? state)
    {
        json.WriteStartArray("charts");
        if (state is { Pace: { Names: var names, Reading.Charts: var charts } })
        {
            for (var chart = 0; chart < names.Count; chart++)
            {
                json.WriteStartObject();
                json.WriteString("name", names[chart]);
                json.WriteString("state", PaceLevels.NameOf(charts[chart].Level));
                WriteTime(json, "since", charts[chart].Since);
                json.WriteEndObject();
            }
        }
        json.WriteEndArray();
    }

    private static void WriteBreakers(Utf8JsonWriter json, PolicyState? state)
    {
        var open = state?.Breakers.Open ?? [];
        json.WriteStartArray("breakers");
        foreach (var breaker in open.OrderByDescending(breaker => breaker.Since).Take(MostListed))
        {
            json.WriteStartObject();
            json.WriteString("name", breaker.Breaker);
            WriteKey(json, breaker.Key);
            WriteTime(json, "since", breaker.Since);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("moreBreakers", Math.Max(0, open.Count - MostListed));
    }

    private static void WriteHalts(Utf8JsonWriter json, PolicyState? state, long now)
    {
        var all = state?.Halts.All(now) ?? [];
        json.WriteStartArray("halts");
        foreach (var (scope, key, halt) in all.OrderByDescending(halted => halted.Halt.Since).Take(MostListed))
        {
            json.WriteStartObject();
            json.WriteString("scope", NameOf(scope));
            if (scope != HaltScope.System)
                WriteKey(json, key);
            WriteTime(json, "since", halt.Since);
            WriteTime(json, "until", halt.Until);
            json.WriteString("control", halt.Origin.Control);
            if (halt.Message is { } message)
                json.WriteString("message", message);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("moreHalts", Math.Max(0, all.Count - MostListed));
    }

    private static void WriteKey(Utf8JsonWriter json, in StateKey key)
    {
        if (key == StateKey.Of([]))
            return;
        if (key.TryText(out var text))
            json.WriteString("id", text);
        else
            json.WriteString("key", key.ToHex());
    }

    private static void WriteTime(Utf8JsonWriter json, string name, long? ticks)
    {
        if (ticks is { } at)
            json.WriteString(name, InstantText.Format(at));
    }
}
