using System.Reflection;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Programs;

namespace AirsPolicy.Compiler.Tests.Models;

/// <summary>A model compiled and loaded into this process.</summary>
internal sealed class Loaded
{
    public Loaded(PolicyModel model)
    {
        Program = PolicyCompiler.Compile(model);
        var assembly = Assembly.Load([.. Program.Image], [.. Program.Symbols]);
        var type = assembly.GetTypes().Single(t => t.IsSubclassOf(typeof(PolicyProgram)));
        Policy = new CompiledPolicy((PolicyProgram)Activator.CreateInstance(type)!, Program.Tables);
    }

    public CompiledProgram Program { get; }

    public CompiledPolicy Policy { get; }

    public Decision Decide(FrameBuilder facts, string point = "input", FactLimits? limits = null) =>
        Policy.Decide(Policy.PointNumber(point), facts.Frame, Policy.NewEvaluation(limits));
}
