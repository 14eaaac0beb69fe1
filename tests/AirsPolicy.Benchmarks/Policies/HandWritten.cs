namespace AirsPolicy.Benchmarks.Policies;

/// <summary>The generated policies as a programmer would write them: the same comparisons on the same facts, the same ids back.</summary>
internal sealed class HandWritten
{
    private readonly int[] _fired = new int[128];
    private int _count;

    /// <summary>The facts of a tool call, typed by hand.</summary>
    internal sealed record ToolCall(string Tool, long Count, bool Ready, string Region, int Band, decimal Amount, decimal Weight);

    public static ToolCall Call(string tool) => new(tool, 5, true, "region-7", 1, 20m, 3.5m);

    public static string Json(string tool) =>
        $$$"""{"tool":"{{{tool}}}","args":{"quantity":5,"ready":true,"region":"region-7","band":"middle","amount":20,"weight":3.5}}""";

    public ReadOnlySpan<int> DecideMix(ToolCall call)
    {
        _count = 0;
        switch (call.Tool)
        {
            case "tool_0": Check(call, 0, 1000, "region-0", 500m); break;
            case "tool_1": Check(call, 5, 1001, "region-1", 501m); break;
            case "tool_2": Check(call, 10, 1002, "region-2", 502m); break;
            case "tool_3": Check(call, 15, 1003, "region-3", 503m); break;
            case "tool_4": Check(call, 20, 1004, "region-4", 504m); break;
            case "tool_5": Check(call, 25, 1005, "region-5", 505m); break;
            case "tool_6": Check(call, 30, 1006, "region-6", 506m); break;
            case "tool_7": Check(call, 35, 1007, "region-7", 507m); break;
            case "tool_8": Check(call, 40, 1008, "region-8", 508m); break;
            case "tool_9": Check(call, 45, 1009, "region-9", 509m); break;
            case "tool_10": Check(call, 50, 1010, "region-10", 510m); break;
            case "tool_11": Check(call, 55, 1011, "region-11", 511m); break;
            case "tool_12": Check(call, 60, 1012, "region-12", 512m); break;
            case "tool_13": Check(call, 65, 1013, "region-13", 513m); break;
            case "tool_14": Check(call, 70, 1014, "region-14", 514m); break;
            case "tool_15": Check(call, 75, 1015, "region-15", 515m); break;
            case "tool_16": Check(call, 80, 1016, "region-16", 516m); break;
            case "tool_17": Check(call, 85, 1017, "region-17", 517m); break;
            case "tool_18": Check(call, 90, 1018, "region-18", 518m); break;
            case "tool_19": Check(call, 95, 1019, "region-19", 519m); break;
        }
        return _fired.AsSpan(0, _count);
    }

    public ReadOnlySpan<int> DecideAll(ToolCall call)
    {
        _count = 0;
        for (var i = 0; i < 100; i += 4)
        {
            if (call.Amount > s_amounts[i])
                _fired[_count++] = i;
            if (call.Count > 1_001 + i)
                _fired[_count++] = i + 1;
            if (call.Weight < s_weights[i + 2])
                _fired[_count++] = i + 2;
            if (call.Band >= 2 && call.Count > i + 3)
                _fired[_count++] = i + 3;
        }
        return _fired.AsSpan(0, _count);
    }

    private static readonly decimal[] s_amounts = [.. Enumerable.Range(0, 100).Select(i => 1_000m + i)];

    private static readonly decimal[] s_weights = [.. Enumerable.Range(0, 100).Select(i => -(i + 1.5m))];

    private void Check(ToolCall call, int id, long count, string region, decimal amount)
    {
        if (call.Count > count)
            _fired[_count++] = id;
        if (!call.Ready)
            _fired[_count++] = id + 1;
        if (call.Region == region)
            _fired[_count++] = id + 2;
        if (call.Band >= 2 && call.Count > 10)
            _fired[_count++] = id + 3;
        if (call.Amount > amount)
            _fired[_count++] = id + 4;
    }
}
