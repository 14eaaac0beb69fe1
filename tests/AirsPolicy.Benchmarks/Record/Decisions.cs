using AirsPolicy.Benchmarks.Policies;
using BenchmarkDotNet.Attributes;

namespace AirsPolicy.Benchmarks.Record;

/// <summary>Decisions on structured facts and the same logic by hand, for the record.</summary>
[MemoryDiagnoser]
public class Decisions
{
    private readonly DecisionLoop _mix = new(GeneratedPolicies.ToolMix(20), "tool_call", HandWritten.Json("tool_7"));
    private readonly DecisionLoop _every = new(GeneratedPolicies.AllApply(100), "tool_call", HandWritten.Json("pay"));
    private readonly HandWritten _hand = new();
    private readonly HandWritten.ToolCall _mixCall = HandWritten.Call("tool_7");
    private readonly HandWritten.ToolCall _everyCall = HandWritten.Call("pay");

    [Benchmark]
    public int FiveOfAHundredApply() => _mix.Once();

    [Benchmark]
    public int FiveOfAHundredApplyByHand() => _hand.DecideMix(_mixCall).Length;

    [Benchmark]
    public int AllApply() => _every.Once();

    [Benchmark]
    public int AllApplyByHand() => _hand.DecideAll(_everyCall).Length;
}
