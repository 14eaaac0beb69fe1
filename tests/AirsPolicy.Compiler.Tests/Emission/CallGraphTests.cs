using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using AirsPolicy.Compiler.Tests.Models;

namespace AirsPolicy.Compiler.Tests.Emission;

public sealed class CallGraphTests
{
    [Fact]
    public void No_emitted_method_calls_itself_however_far_round()
    {
        var calls = Calls();
        var done = new HashSet<int>();
        Assert.True(calls.Values.Sum(called => called.Count) > 10);
        foreach (var method in calls.Keys)
            Visit(method, calls, done, []);
    }

    private static void Visit(int method, Dictionary<int, List<int>> calls, HashSet<int> done, HashSet<int> above)
    {
        if (done.Contains(method))
            return;
        Assert.True(above.Add(method), $"Method {method} is reached from itself.");
        foreach (var called in calls[method])
            Visit(called, calls, done, above);
        above.Remove(method);
        done.Add(method);
    }

    private static Dictionary<int, List<int>> Calls()
    {
        using var image = new PEReader(PolicyCompiler.Compile(TestPolicies.Wide()).Image);
        var reader = image.GetMetadataReader();
        var calls = new Dictionary<int, List<int>>();
        foreach (var handle in reader.MethodDefinitions)
        {
            var method = reader.GetMethodDefinition(handle);
            var called = calls[MetadataTokens.GetRowNumber(handle)] = [];
            if (method.RelativeVirtualAddress == 0)
                continue;
            var code = image.GetMethodBody(method.RelativeVirtualAddress).GetILReader();
            while (code.RemainingBytes > 0)
            {
                if (IlInstruction.Read(ref code).Token is { Kind: HandleKind.MethodDefinition } token)
                    called.Add(MetadataTokens.GetRowNumber((MethodDefinitionHandle)token.Handle));
            }
        }
        return calls;
    }
}
