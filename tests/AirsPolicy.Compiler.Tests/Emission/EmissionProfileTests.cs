using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Compiler.Tests.Past;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Programs;

namespace AirsPolicy.Compiler.Tests.Emission;

public sealed class EmissionProfileTests
{
    private static readonly Dictionary<string, Lazy<CompiledProgram>> s_programs = new()
    {
        ["wide"] = new(() => PolicyCompiler.Compile(TestPolicies.Wide())),
        ["past"] = new(() => PolicyCompiler.Compile(PastPolicies.Everything())),
    };

    private static readonly HashSet<string> s_callable =
    [
        .. typeof(PolicyProgram).Assembly.GetTypes()
            .SelectMany(type => type.GetMembers().Where(member => member.GetCustomAttribute<PolicyCallableAttribute>() is not null))
            .Select(member => $"{member.DeclaringType!.Name}.{member.Name}"),
        .. typeof(PolicyProgram).Assembly.GetTypes()
            .SelectMany(type => type.GetProperties())
            .Where(property => property.GetMethod?.GetCustomAttribute<PolicyCallableAttribute>() is not null)
            .Select(property => $"{property.DeclaringType!.Name}.get_{property.Name}"),
        "PolicyProgram..ctor",
        "Decimal..ctor",
        "Decimal.Zero",
        "Decimal.One",
        "Decimal.MinusOne",
        "Decimal.op_Equality",
        "Decimal.op_Inequality",
        "Decimal.op_LessThan",
        "Decimal.op_LessThanOrEqual",
        "Decimal.op_GreaterThan",
        "Decimal.op_GreaterThanOrEqual",
    ];

    [Theory]
    [InlineData("wide")]
    [InlineData("past")]
    public void Emitted_types_have_no_fields_no_generics_and_no_nested_types(string program)
    {
        using var image = new PEReader(s_programs[program].Value.Image);
        var reader = image.GetMetadataReader();
        var types = reader.TypeDefinitions.Select(reader.GetTypeDefinition).ToList();

        Assert.All(types, type => Assert.Empty(type.GetFields()));
        Assert.All(types, type => Assert.Empty(type.GetGenericParameters()));
        Assert.All(types, type => Assert.Empty(type.GetNestedTypes()));
        Assert.Contains(types, type => reader.GetString(type.Name) == "Program");
    }

    [Theory]
    [InlineData("wide", 40)]
    [InlineData("past", 10)]
    public void Emitted_methods_have_no_handlers_no_backward_branches_and_call_only_what_is_listed(string program, int least)
    {
        using var image = new PEReader(s_programs[program].Value.Image);
        var reader = image.GetMetadataReader();
        var methods = 0;
        foreach (var type in reader.TypeDefinitions.Select(reader.GetTypeDefinition).Where(t => reader.GetString(t.Name) == "Program"))
        {
            foreach (var method in type.GetMethods().Select(reader.GetMethodDefinition))
            {
                var body = image.GetMethodBody(method.RelativeVirtualAddress);
                Assert.Empty(body.ExceptionRegions);
                Check(reader, body.GetILReader());
                methods++;
            }
        }
        Assert.True(methods > least);
    }

    private static void Check(MetadataReader reader, BlobReader code)
    {
        while (code.RemainingBytes > 0)
        {
            var instruction = IlInstruction.Read(ref code);
            Assert.DoesNotContain(
                instruction.Name,
                new[] { "localloc", "calli", "newarr", "ldsflda", "stsfld", "ldftn", "ldvirtftn", "cpblk", "initblk", "jmp", "throw" });
            Assert.All(instruction.Targets, target => Assert.True(target >= code.Offset, $"{instruction.Name} goes back."));
            if (instruction.Token is { Kind: HandleKind.MemberReference } token)
                Assert.Contains(NameOf(reader, reader.GetMemberReference((MemberReferenceHandle)token)), s_callable);
            else if (instruction.Token is { } other)
                Assert.Contains(other.Kind, new[] { HandleKind.MethodDefinition, HandleKind.UserString });
        }
    }

    private static string NameOf(MetadataReader reader, MemberReference member) =>
        $"{reader.GetString(reader.GetTypeReference((TypeReferenceHandle)member.Parent).Name)}.{reader.GetString(member.Name)}";
}
