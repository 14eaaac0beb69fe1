using AirsPolicy.Compiler.Tests.Models;
using dnlib.DotNet;
using dnlib.DotNet.Emit;
using dnlib.DotNet.Writer;

namespace AirsPolicy.Compiler.Tests.Bundles.Images;

/// <summary>What C# does not say, but an assembler of metadata can. Each is one change to the assembly of a policy.</summary>
public sealed class HostileMetadataTests
{
    private const MethodAttributes Own = MethodAttributes.Private | MethodAttributes.Static | MethodAttributes.HideBySig;
    private const MethodAttributes Special = Own | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName;

    private static readonly Dictionary<string, (Action<ModuleDefMD> Change, string Reason)> s_changes = new()
    {
        ["a static constructor of the module"] = (
            module => module.GlobalType.Methods.Add(Method(module, ".cctor", Special)),
            "has a module initialiser"),
        ["a method of the module"] = (
            module => module.GlobalType.Methods.Add(Method(module, "Begin", Own)),
            "has a module initialiser, or another method"),
        ["a static constructor"] = (module => Program(module).Methods.Add(Method(module, ".cctor", Special)), "has the method '.cctor"),
        ["what is named like a static constructor"] = (
            module => Program(module).Methods.Add(Method(module, ".cctor", Own)),
            "has the method '.cctor"),
        ["a type of the module itself"] = (module => Call(module, Reference(module, module)), "refers to the type 'Evaluation' of its own"),
        ["a type of another module"] = (
            module => Call(module, Reference(module, new ModuleRefUser(module, "x.netmodule"))),
            "has rows of ModuleRef"),
        ["a type of the framework by our name"] = (
            module => Call(module, Reference(module, module.CorLibTypes.AssemblyRef)),
            "[System.Runtime]AirsPolicy"),
        ["a type in one of ours"] = (module => Call(module, new TypeRefUser(module, "", "Inner", Evaluation(module))), "Evaluation/Inner'"),
        ["a member of its own"] = (module => Call(module, Program(module)), "of another thing than a type"),
        ["a member of an array"] = (
            module => Call(module, new TypeSpecUser(new SZArraySig(module.CorLibTypes.Int32))),
            "has rows of TypeSpec"),
        ["an overload that is not listed"] = (module => Call(module, Evaluation(module)), "Evaluation.Release() : Void'"),
        ["arguments of any number"] = (
            module => Call(module, Evaluation(module), CallingConvention.VarArg),
            "has a signature of another kind"),
        ["a culture"] = (module => Evaluation(module).DefinitionAssembly.Culture = "de", "refers to the assembly 'AirsPolicy.Runtime'"),
        ["a call by a signature"] = (
            module =>
                Decide(module).Body.Instructions.Insert(0, OpCodes.Calli.ToInstruction(MethodSig.CreateStatic(module.CorLibTypes.Void))),
            "calls by a signature"),
        ["a pointer as a variable"] = (module => Variable(module, new PtrSig(module.CorLibTypes.Byte)), "has a type of the kind 0f"),
        ["a reference as a variable"] = (module => Variable(module, new ByRefSig(module.CorLibTypes.Byte)), "has a type of the kind 10"),
        ["a pinned variable"] = (module => Variable(module, new PinnedSig(module.CorLibTypes.String)), "has a type of the kind 45"),
        ["an address as a variable"] = (module => Variable(module, module.CorLibTypes.IntPtr), "has a type of the kind 18"),
        ["an object as a variable"] = (module => Variable(module, module.CorLibTypes.Object), "has a type of the kind 1c"),
        ["a forwarded type"] = (
            module =>
                module.ExportedTypes.Add(
                    new ExportedTypeUser(module, 0, "A", "B", TypeAttributes.Public, (AssemblyRef)Evaluation(module).DefinitionAssembly)),
            "has rows of ExportedType"),
        ["a resource"] = (module => module.Resources.Add(new EmbeddedResource("r", [1])), "holds native code, resources"),
        ["a resource of another assembly"] = (
            module => module.Resources.Add(new AssemblyLinkedResource("r", (AssemblyRef)Evaluation(module).DefinitionAssembly, 0)),
            "has rows of ManifestResource"),
        ["an override by another name"] = (
            module =>
                Decide(module)
                    .Overrides.Add(
                        new MethodOverride(
                            Decide(module),
                            new MemberRefUser(module, "Run", Decide(module).MethodSig, Program(module).BaseType))),
            "has rows of MethodImpl"),
        ["a method of the runtime"] = (
            module => Decide(module).ImplAttributes |= MethodImplAttributes.InternalCall,
            "has the method 'Decide"),
        ["a native method"] = (
            module => Decide(module).ImplMap = new ImplMapUser(new ModuleRefUser(module, "x"), "Decide", PInvokeAttributes.NoMangle),
            "has rows of ModuleRef"),
        ["a method without instructions"] = (module => Decide(module).Body = null, "has a method without instructions"),
        ["an override that is missing"] = (module => Program(module).Methods.Remove(Decide(module)), "lacks the method 'Decide'"),
        ["a constructor that does more"] = (
            module => Program(module).FindConstructors().Single().Body.Instructions.Insert(0, OpCodes.Nop.ToInstruction()),
            "has a constructor that does something"),
        ["a handler"] = (module => AddHandler(Decide(module).Body), "has a handler of exceptions"),
        ["native code"] = (module => module.Cor20HeaderFlags = 0, "holds native code"),
        ["a field"] = (
            module => Program(module).Fields.Add(new FieldDefUser("f", new FieldSig(module.CorLibTypes.Int32), FieldAttributes.Static)),
            "has rows of Field"),
        ["a layout"] = (module => Program(module).ClassLayout = new ClassLayoutUser(1, 1_000_000), "has rows of ClassLayout"),
        ["a security attribute"] = (
            module => Program(module).DeclSecurities.Add(new DeclSecurityUser(SecurityAction.Demand, [])),
            "has rows of DeclSecurity"),
        ["a name that is too long"] = (module => Program(module).Name = new string('x', 2_000), "holds a name that is too long"),
        ["a public key"] = (
            module => module.Assembly.PublicKey = new PublicKey([1, 2, 3]),
            "holds native code, resources or an entry point"),
        ["a culture of its own"] = (module => module.Assembly.Culture = "de", "has another name"),
        ["an abstract program"] = (
            module => Program(module).Attributes |= TypeAttributes.Abstract,
            "has a program that is not a sealed class"),
    };

    public static TheoryData<string> Changes => [.. s_changes.Keys];

    [Fact]
    public void An_assembly_that_another_tool_has_written_without_a_change_is_taken() =>
        Assert.Null(HostileImage.Load(Changed(_ => { })).Reason);

    [Theory]
    [MemberData(nameof(Changes))]
    public void Metadata_that_no_policy_has_is_refused(string change) =>
        HostileImage.Refused(Changed(s_changes[change].Change), s_changes[change].Reason);

    private static byte[] Changed(Action<ModuleDefMD> change)
    {
        using var module = ModuleDefMD.Load((byte[])[.. PolicyCompiler.Compile(TestPolicies.Bounded(100m)).Image]);
        change(module);
        using var image = new MemoryStream();
        // As the compiler writes them, whether anything is in them or not.
        module.Write(
            image,
            new ModuleWriterOptions(module)
            {
                MetadataOptions =
                {
                    Flags = MetadataFlags.AlwaysCreateUSHeap | MetadataFlags.AlwaysCreateGuidHeap | MetadataFlags.KeepOldMaxStack,
                },
            }
        );
        return image.ToArray();
    }

    private static TypeDef Program(ModuleDefMD module) => module.Types.Single(type => type.Name == "Program");

    private static MethodDef Decide(ModuleDefMD module) => Program(module).FindMethod("Decide");

    private static TypeRef Evaluation(ModuleDefMD module) => module.GetTypeRefs().Single(type => type.Name == "Evaluation");

    private static TypeRefUser Reference(ModuleDefMD module, IResolutionScope scope) =>
        new(module, "AirsPolicy.Runtime.Programs", "Evaluation", scope);

    private static MethodDefUser Method(ModuleDefMD module, string name, MethodAttributes attributes) =>
        new(name, MethodSig.CreateStatic(module.CorLibTypes.Void), attributes)
        {
            Body = new CilBody { Instructions = { OpCodes.Ret.ToInstruction() } },
        };

    private static void Variable(ModuleDefMD module, TypeSig type) => Decide(module).Body.Variables.Add(new Local(type));

    // Of a static member where the listed one is of an instance.
    private static void Call(ModuleDefMD module, IMemberRefParent owner, CallingConvention convention = CallingConvention.Default)
    {
        var signature = MethodSig.CreateStatic(module.CorLibTypes.Void);
        signature.CallingConvention = convention;
        Decide(module).Body.Instructions.Insert(0, OpCodes.Call.ToInstruction(new MemberRefUser(module, "Release", signature, owner)));
    }

    private static void AddHandler(CilBody body) => body.ExceptionHandlers.Add(new ExceptionHandler(ExceptionHandlerType.Finally)
    {
        TryStart = body.Instructions[0],
        TryEnd = body.Instructions[^1],
        HandlerStart = body.Instructions[^1],
    });
}
