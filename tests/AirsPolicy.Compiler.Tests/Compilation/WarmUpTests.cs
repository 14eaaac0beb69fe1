using AirsPolicy.Compiler.Compilation;
using AirsPolicy.Compiler.Tests.Models;

namespace AirsPolicy.Compiler.Tests.Compilation;

public sealed class WarmUpTests
{
    [Fact]
    public void The_program_for_warming_up_compiles() => Assert.NotEmpty(CompilerWarmUp.Run().Image);

    [Fact]
    public async Task A_policy_compiled_beside_the_warm_up_has_the_same_bytes()
    {
        var model = TestPolicies.Wide();
        var alone = PolicyCompiler.Compile(model);
        var warmUp = PolicyCompiler.WarmUp();
        var beside = PolicyCompiler.Compile(model);
        await warmUp;

        Assert.Equal(alone.Image.ToArray(), beside.Image.ToArray());
        Assert.Equal(alone.Symbols.ToArray(), beside.Symbols.ToArray());
    }
}
