using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace AirsPolicy.Compiler.Tests.Bundles.Images;

/// <summary>
/// Nothing of a bundle runs unless its assembly is of the kind that policies are compiled to. Here: what C# can be made to say.
/// </summary>
public sealed class HostileCodeTests
{
    [Fact]
    public void A_module_initialiser_would_leave_its_mark_where_it_is_loaded()
    {
        const string Begin =
            $"[System.Runtime.CompilerServices.ModuleInitializer] internal static void Begin() {{ {HostileImage.LeaveMark} }}";
        var image = HostileImage.Compile($"public sealed class Program : PolicyProgram {{ {Begin} MEMBERS }}");
        AppContext.SetData(HostileImage.Mark, null);

        RuntimeHelpers.RunModuleConstructor(Assembly.Load(image).ManifestModule.ModuleHandle);

        Assert.NotNull(AppContext.GetData(HostileImage.Mark));
        HostileImage.Refused(image, "refers to the type '[System.Runtime]System.");
    }

    [Fact]
    public void A_program_as_policies_have_them_is_taken() =>
        Assert.Null(HostileImage.Load(HostileImage.Compile("public sealed class Program : PolicyProgram { MEMBERS }")).Reason);

    [Theory]
    [InlineData("static Program() { MARK }", "refers to the type '[System.Runtime]System.")]
    [InlineData("static Program() { }", "has a program that is not a sealed class of its own kind")]
    [InlineData("static readonly object s_one = System.AppContext.BaseDirectory;", "has rows of Field")]
    [InlineData("public Program() { MARK }", "refers to the type '[System.Runtime]System.")]
    [InlineData("public Program() { Mine(null, null); } RULE { }", "has a constructor that does something")]
    [InlineData(
        "public Program() { Decide(0, null, null); }",
        "refers to '[AirsPolicy.Runtime]AirsPolicy.Runtime.Programs.PolicyProgram.Decide("
    )]
    [InlineData("public Program(int one) { } public Program() { }", "has the method '.ctor(Int32)")]
    [InlineData("~Program() { MARK }", "has rows of MethodImpl")]
    [InlineData("public override string ToString() { MARK return \"\"; }", "refers to the type '[System.Runtime]System.")]
    [InlineData("public override string ToString() => \"\";", "has the method 'ToString")]
    [InlineData(
        "public override bool Equals(object other) => false; public override int GetHashCode() => 0;",
        "refers to the type '[System.Runtime]System.Object'"
    )]
    [InlineData("private void Mine(FactFrame f, Evaluation v) { }", "has the method 'Mine")]
    [InlineData("public static void Mine(FactFrame f, Evaluation v) { }", "has the method 'Mine")]
    [InlineData("private static void Mine(FactFrame f) { }", "has the method 'Mine")]
    [InlineData("private static void Mine(ref int one) { }", "has a type of the kind 10")]
    [InlineData("private static void Mine(int[] one) { }", "has a type of the kind 1d")]
    [InlineData("private static void Mine(Program one) { }", "has a type of its own in a signature")]
    [InlineData("private static void Mine<T>(FactFrame f, Evaluation v) { }", "has rows of GenericParam")]
    [InlineData("private static void Mine(int one = 1) { }", "has rows of Constant")]
    [InlineData("[System.Obsolete] RULE { }", "refers to the type '[System.Runtime]System.ObsoleteAttribute'")]
    [InlineData("RULE { f.Set(1, 2L); }", "refers to '[AirsPolicy.Runtime]AirsPolicy.Runtime.Facts.FactFrame.Set")]
    [InlineData("RULE { v.ToString(); }", "refers to the type '[System.Runtime]System.Object'")]
    [InlineData("RULE { System.Action a = v.Release; a(); }", "refers to the type '[System.Runtime]System.Action'")]
    [InlineData("RULE { new System.Collections.Generic.KeyValuePair<long, long>(1, 2).ToString(); }", "has rows of TypeSpec")]
    [InlineData("RULE { try { v.Release(); } finally { v.Release(); } }", "has a handler of exceptions")]
    [InlineData("RULE { System.Console.Beep(); }", "refers to the assembly 'System.Console'")]
    [InlineData("RULE { v.Fire(decimal.ToInt32(1.5m), 1); }", "refers to '[System.Runtime]System.Decimal.ToInt32(")]
    [InlineData(
        "private static unsafe void Mine(FactFrame f, Evaluation v) { delegate*<void> p = null; p(); }",
        "has rows of DeclSecurity"
    )]
    [InlineData(
        "private static bool Mine(FactFrame f, Evaluation v) => typeof(Evaluation) == null;",
        "refers to the type '[System.Runtime]System.Type'"
    )]
    [InlineData(
        "[System.Runtime.CompilerServices.MethodImpl((System.Runtime.CompilerServices.MethodImplOptions)4096)] private static extern " +
        "void Mine();",
        "has the method 'Mine"
    )]
    [InlineData("private static int Mine => 1;", "has rows of Property")]
    [InlineData("private sealed class Inner { }", "has 3 rows of TypeDef, where 2 are known")]
    public void What_could_run_by_being_loaded_or_reaches_further_is_refused_and_nothing_of_it_runs(string member, string reason)
    {
        var code = member.Replace("MARK", HostileImage.LeaveMark, StringComparison.Ordinal)
            .Replace("RULE", "private static void Mine(FactFrame f, Evaluation v)", StringComparison.Ordinal);
        HostileImage.Refused(HostileImage.Compile($"public sealed class Program : PolicyProgram {{ {code} MEMBERS }}"), reason);
    }

    [Theory]
    [InlineData(
        "public sealed class Program : PolicyProgram { MEMBERS } sealed class Other { static Other() { } }",
        "has 3 rows of TypeDef, where 2 are known"
    )]
    [InlineData("public class Program : PolicyProgram { MEMBERS }", "has a program that is not a sealed class of its own kind")]
    [InlineData("sealed class Program : PolicyProgram { MEMBERS }", "has a program that is not a sealed class of its own kind")]
    [InlineData("public sealed class Program { public Program() { } }", "refers to the type '[System.Runtime]System.Object'")]
    [InlineData("public sealed class Program : System.Exception { }", "refers to the type '[System.Runtime]System.Exception'")]
    [InlineData(
        "public sealed class Program : PolicyProgram, System.IDisposable { public void Dispose() { } MEMBERS }",
        "has rows of InterfaceImpl"
    )]
    [InlineData("public interface Program { }", "has a program that is not a sealed class of its own kind")]
    public void Only_a_sealed_class_that_derives_from_ours_is_a_program(string code, string reason) =>
        HostileImage.Refused(HostileImage.Compile(code), reason);

    [Fact]
    public void Only_a_library_of_its_name_for_every_machine_is_one_of_a_policy()
    {
        const string Code = "public sealed class Program : PolicyProgram { MEMBERS }";

        HostileImage.Refused(HostileImage.Compile(Code, name: "AirsPolicy.Runtime.Tests"), "has another name");
        HostileImage.Refused(HostileImage.Compile(Code, HostileImage.Library.WithPlatform(Platform.X64)), "is no library with metadata");
        HostileImage.Refused(HostileImage.Compile(Code, HostileImage.Library.WithPlatform(Platform.X86)), "holds native code");
        var module = HostileImage.Library.WithOutputKind(OutputKind.NetModule);
        HostileImage.Refused(HostileImage.Compile(Code, module), "is a module without an assembly");
        var application = HostileImage.Library.WithOutputKind(OutputKind.ConsoleApplication);
        HostileImage.Refused(
            HostileImage.Compile($"{Code} static class Entry {{ static void Main() {{ }} }}", application),
            "is no library");
        var resource = new ResourceDescription("one", () => new MemoryStream([1]), isPublic: true);
        HostileImage.Refused(HostileImage.Compile(Code, resources: resource), "holds native code, resources or an entry point");
    }

    [Fact]
    public void What_is_no_assembly_is_refused()
    {
        HostileImage.Refused([], "cannot be read");
        HostileImage.Refused("not an assembly"u8.ToArray(), "cannot be read");
        var whole = HostileImage.Compile("public sealed class Program : PolicyProgram { MEMBERS }");
        for (var length = 1; length < whole.Length; length += 61)
            HostileImage.Refused(whole[..length], "");
    }
}
