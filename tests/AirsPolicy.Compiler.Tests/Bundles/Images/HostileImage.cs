using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Compiler.Compilation;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Bundles.Zip;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AirsPolicy.Compiler.Tests.Bundles.Images;

/// <summary>Assemblies that somebody else has made, in bundles whose digests are right.</summary>
internal static class HostileImage
{
    /// <summary>What code that runs leaves behind.</summary>
    public const string Mark = "AirsPolicy.Compiler.Tests.Bundles.Images";

    /// <summary>A statement that leaves the mark.</summary>
    public const string LeaveMark = $"System.AppContext.SetData(\"{Mark}\", 1);";

    /// <summary>The members that every program has.</summary>
    public const string Members =
        """
        public override void Decide(int e, FactFrame f, Evaluation v) { }
        public override void Run(int b, FactFrame f, Evaluation v) { }
        public override bool Test(int t, FactFrame f, Evaluation v) => false;
        """;

    private static readonly byte[] s_good = BundleBuilder.Build(TestPolicies.Bounded(100m));

    /// <summary>The options of the C# compiler that a program is made with.</summary>
    public static CSharpCompilationOptions Library { get; } =
        new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release);

    /// <summary>The assembly of code in which <c>MEMBERS</c> stands for those that every program has.</summary>
    public static byte[] Compile(
        string code, CSharpCompilationOptions? options = null,
        string name = AssemblyCompiler.AssemblyName, params ResourceDescription[] resources)
    {
        const string Usings = "using AirsPolicy.Runtime.Facts; using AirsPolicy.Runtime.Programs; namespace P;";
        var tree = CSharpSyntaxTree.ParseText(
            $"{Usings}\n{code.Replace("MEMBERS", Members, StringComparison.Ordinal)}", new CSharpParseOptions(LanguageVersion.CSharp14));
        // Another assembly of the framework is there too, as for whoever makes such a bundle.
        var references = EmbeddedReferences.Images.Select(reference => MetadataReference.CreateFromImage(reference))
            .Append(MetadataReference.CreateFromFile(typeof(Console).Assembly.Location));
        var allowUnsafe = code.Contains("unsafe", StringComparison.Ordinal);
        using var image = new MemoryStream();
        var result = CSharpCompilation.Create(name, [tree], references, (options ?? Library).WithAllowUnsafe(allowUnsafe))
            .Emit(image, manifestResources: resources);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return image.ToArray();
    }

    /// <summary>Has a host load a bundle with an assembly, sees that it refuses it, and that nothing ran.</summary>
    public static void Refused(byte[] image, string reason)
    {
        AppContext.SetData(Mark, null);

        var activation = Load(image);

        Assert.False(activation.Activated);
        Assert.Contains(reason, activation.Reason, StringComparison.Ordinal);
        Assert.EndsWith(".", activation.Reason, StringComparison.Ordinal);
        Assert.Null(AppContext.GetData(Mark));
    }

    /// <summary>What a host says of a bundle with an assembly.</summary>
    public static ActivationResult Load(byte[] image) =>
        new PolicyHost(new PolicyHostOptions { AllowUnsigned = true }).Load(InBundle(s_good, image));

    /// <summary>A bundle with another assembly, and a manifest that says so.</summary>
    public static byte[] InBundle(byte[] bundle, byte[] image) => Bundle.Write(
        Bundle.Read(bundle).Manifest,
        ZipReader.Read(bundle).Where(entry => entry.Name != BundleFormat.Manifest)
            .Select(entry => entry.Name == BundleFormat.Assembly ? entry with { Content = image } : entry));
}
