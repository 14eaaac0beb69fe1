using AirsPolicy.Compiler.Planning.Nodes;

namespace AirsPolicy.Compiler.Emission;

/// <summary>Writes the methods of a point or block: its rules, some to a method, and the indexes it asks.</summary>
internal sealed class BlockEmitter(CodeWriter writer, RuleEmitter rules)
{
    // Small enough for the JIT to optimise whole, large enough that a call is nothing beside it.
    private const int RulesPerMethod = 16;
    private const int CallsPerMethod = 64;

    /// <summary>Writes a block as the method of that name and what it calls.</summary>
    public void Write(ProgramPart part, int number, BlockPlan block)
    {
        var statements = block.Dispatches.Select(Dispatch).ToList();
        if (block.Rules.Count <= RulesPerMethod)
        {
            WriteMethod(Name.Numbered(part, number), block.Rules, statements);
            return;
        }
        var piece = 0;
        var calls = new List<Code>();
        foreach (var chunk in block.Rules.Chunk(RulesPerMethod))
            calls.Add(WriteMethod(Name.Numbered(part, number, piece++), chunk, []));
        while (calls.Count > CallsPerMethod)
        {
            var upper = new List<Code>();
            foreach (var chunk in calls.Chunk(CallsPerMethod))
                upper.Add(WriteMethod(Name.Numbered(part, number, piece++), [], chunk));
            calls = upper;
        }
        WriteMethod(Name.Numbered(part, number), [], [.. calls, .. statements]);
    }

    private Code WriteMethod(Name name, IEnumerable<RulePlan> block, IEnumerable<Code> statements)
    {
        writer.Line($"private static void {name}(FactFrame f, Evaluation e)");
        writer.Open();
        foreach (var rule in block)
            rules.Write(rule);
        foreach (var statement in statements)
            writer.Line($"{statement}");
        writer.Close();
        return Code.Of($"{name}(f, e);");
    }

    private static Code Dispatch(DispatchPlan dispatch) => dispatch.Kind switch
    {
        GuardKind.Name => Code.Of($"e.DispatchEnum({dispatch.Index}, f.Long({dispatch.Slot}));"),
        GuardKind.Text => Code.Of($"e.DispatchText({dispatch.Index}, f.Long({dispatch.Slot}));"),
        _ => Code.Of($"e.DispatchTexts({dispatch.Index}, f.Long({dispatch.Slot}));"),
    };
}
