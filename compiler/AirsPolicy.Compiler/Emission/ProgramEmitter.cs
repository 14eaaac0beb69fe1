using AirsPolicy.Compiler.Planning.Nodes;

namespace AirsPolicy.Compiler.Emission;

/// <summary>Writes a plan as the C# of one program class, within the emission profile. The same plan always gives the same text.</summary>
internal static class ProgramEmitter
{
    /// <summary>The name of the class, which the loader looks for.</summary>
    public const string ClassName = "Program";

    /// <summary>The C# of a plan.</summary>
    public static string Emit(PolicyPlan plan)
    {
        var writer = new CodeWriter();
        writer.Line($"using AirsPolicy.Runtime.Facts;");
        writer.Line($"using AirsPolicy.Runtime.Programs;");
        writer.Line($"namespace {Name.Mangled(plan.Package)};");
        writer.Directive($"#line hidden");
        writer.Line($"public sealed class {Name.Member(ClassName)} : PolicyProgram");
        writer.Open();
        WriteChoices(writer, plan);
        WriteParts(writer, plan);
        writer.Close();
        return writer.ToString();
    }

    private static void WriteChoices(CodeWriter writer, PolicyPlan plan)
    {
        var dispatch = new DispatchEmitter(writer);
        var nothing = Code.Of($"void");
        writer.Line($"public override void Decide(int entry, FactFrame f, Evaluation e)");
        dispatch.Write(
            ProgramPart.Decide,
            nothing,
            plan.Entries.Count,
            Code.Of($"entry"),
            entry => Begin(plan, plan.Entries[entry]),
            DispatchEmitter.Nothing);
        writer.Line($"public override void Run(int block, FactFrame f, Evaluation e)");
        dispatch.Write(ProgramPart.Run, nothing, plan.Blocks.Count, Code.Of($"block"), Call(ProgramPart.Block), DispatchEmitter.Nothing);
        writer.Line($"public override bool Test(int test, FactFrame f, Evaluation e)");
        dispatch.Write(
            ProgramPart.Try, Code.Of($"bool"), plan.Tests.Count, Code.Of($"test"),
            number => Code.Of($"return {Name.Numbered(ProgramPart.Test, number)}(f, e);"), Code.Of($"return false;"));
    }

    private static void WriteParts(CodeWriter writer, PolicyPlan plan)
    {
        var lines = new LineDirectives(plan.Sources);
        var blocks = new BlockEmitter(writer, new RuleEmitter(writer, lines));
        for (var point = 0; point < plan.Points.Count; point++)
        {
            if (!plan.Points[point].IsEmpty)
                blocks.Write(ProgramPart.Point, point, plan.Points[point]);
        }
        for (var block = 0; block < plan.Blocks.Count; block++)
            blocks.Write(ProgramPart.Block, block, plan.Blocks[block]);
        for (var test = 0; test < plan.Tests.Count; test++)
        {
            writer.Line($"private static bool {Name.Numbered(ProgramPart.Test, test)}(FactFrame f, Evaluation e)");
            writer.Open();
            if (plan.Tests[test].Place is { } place)
                lines.Enter(writer, place);
            writer.Line($"return {ExpressionEmitter.Emit(plan.Tests[test].Condition)};");
            LineDirectives.Leave(writer);
            writer.Close();
        }
    }

    private static Code Begin(PolicyPlan plan, EntryPlan entry)
    {
        Code[] calls =
        [
            .. plan.Points[entry.Point].IsEmpty ? [] : new[] { Code.Of($"{Name.Numbered(ProgramPart.Point, entry.Point)}(f, e); ") },
            .. entry.Block is { } block ? new[] { Code.Of($"{Name.Numbered(ProgramPart.Block, block)}(f, e); ") } : [],
        ];
        return Code.Of($"{Code.Join(Code.Of($""), calls)}return;");
    }

    private static Func<int, Code> Call(ProgramPart part) => number => Code.Of($"{Name.Numbered(part, number)}(f, e); return;");
}
