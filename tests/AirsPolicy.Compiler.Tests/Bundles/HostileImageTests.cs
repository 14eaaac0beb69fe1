using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Compiler.Compilation;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Bundles.Zip;
using Xunit;

namespace AirsPolicy.Compiler.Tests.Bundles;

/// <summary>Nothing of a bundle runs before it is known that its assembly is one that a policy is compiled to.</summary>
public sealed class HostileImageTests
{
    private const string Head = "using AirsPolicy.Runtime.Facts; using AirsPolicy.Runtime.Programs; namespace P;\n";

    private const string Members =
        "public override void Decide(int e, FactFrame f, Evaluation v) { } public override void Run(int b, FactFrame f, Evaluation v) { } public override bool Test(int t, FactFrame f, Evaluation v) => false;";

    private const string Mark = "AirsPolicy.HostileImageTests";

    [Fact]
    public void An_assembly_as_policies_have_them_comes_as_far_as_its_decisions()
    {
        Refused($"{Head} public sealed class Program : PolicyProgram {{ {Members} }}", "Vector 0 at");
    }

    [Theory]
    [InlineData("public sealed class Program : PolicyProgram { static Program() { System.AppContext.SetData(\"AirsPolicy.HostileImageTests\", 1); } MEMBERS }", "refers to 'System.AppContext.SetData'")]
    [InlineData("public sealed class Program : PolicyProgram { static Program() { } MEMBERS }", "has a static constructor")]
    [InlineData("public sealed class Program : PolicyProgram { static readonly int s_one = int.Parse(\"1\"); MEMBERS }", "holds fields")]
    [InlineData("public sealed class Program : PolicyProgram { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Begin() { } MEMBERS }", "refers to 'System.Runtime.CompilerServices.ModuleInitializerAttribute..ctor'")]
    [InlineData("public sealed class Program : PolicyProgram { public Program() { System.AppContext.SetData(\"AirsPolicy.HostileImageTests\", 1); } MEMBERS }", "refers to 'System.AppContext.SetData'")]
    [InlineData("public sealed class Program : PolicyProgram { ~Program() { } MEMBERS }", "refers to 'System.Object.Finalize'")]
    [InlineData("public sealed class Program : PolicyProgram { public override string ToString() => \"x\"; MEMBERS }", "overrides 'ToString'")]
    [InlineData("public sealed class Program : PolicyProgram { [System.Runtime.InteropServices.DllImport(\"x\")] static extern void Native(); MEMBERS }", "holds native modules")]
    [InlineData("public sealed class Program : PolicyProgram { MEMBERS } sealed class Other { }", "does not hold exactly one policy program")]
    [InlineData("public sealed class Program : PolicyProgram { sealed class Inner { } MEMBERS }", "holds nested types")]
    [InlineData("public sealed class Program : PolicyProgram { static T Same<T>(T one) => one; MEMBERS }", "holds generic types")]
    public void What_could_run_by_being_loaded_or_reaches_further_is_refused_and_nothing_of_it_runs(string code, string reason)
    {
        AppContext.SetData(Mark, null);

        Refused(Head + code.Replace("MEMBERS", Members, StringComparison.Ordinal), reason);

        Assert.Null(AppContext.GetData(Mark));
    }

    [Fact]
    public void What_is_no_assembly_is_refused() => Refused("not an assembly"u8.ToArray(), "");

    private static void Refused(string code, string reason) => Refused([.. AssemblyCompiler.Compile(code).Image], reason);

    private static void Refused(byte[] image, string reason)
    {
        var good = BundleBuilder.Build(TestPolicies.Bounded(100m));
        var entries = ZipReader.Read(good).Where(entry => entry.Name != BundleFormat.Manifest)
            .Select(entry => entry.Name == BundleFormat.Assembly ? entry with { Content = image } : entry);
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true });

        var activation = host.Load(Bundle.Write(Bundle.Read(good).Manifest, entries));

        Assert.False(activation.Activated);
        Assert.Contains(reason, activation.Reason, StringComparison.Ordinal);
    }
}
