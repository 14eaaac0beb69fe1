using AirsPolicy.Compiler.Compilation;
using AirsPolicy.Compiler.Emission;
using AirsPolicy.Compiler.Planning;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Compiler;

/// <summary>
/// Compiles a policy model to code: plan, C#, assembly, all in memory. The same model gives the same bytes on every machine.
/// </summary>
public static class PolicyCompiler
{
    /// <summary>
    /// Starts to make the C# compiler ready on another thread, so that it is by the time a model is read and bound. What is compiled
    /// afterwards is the same without it.
    /// </summary>
    /// <returns>Ends when the compiler is ready; nobody need wait for it.</returns>
    public static Task WarmUp() => Task.Run(CompilerWarmUp.Run);

    /// <summary>The compiled program.</summary>
    /// <param name="model">A model without errors.</param>
    public static CompiledProgram Compile(PolicyModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var plan = PolicyPlanner.Plan(model);
        var code = ProgramEmitter.Emit(plan);
        var assembly = AssemblyCompiler.Compile(code);
        return new CompiledProgram(code, assembly.Image, assembly.Symbols, plan.Tables);
    }
}
