using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace AirsPolicy.Compiler.Compilation;

/// <summary>
/// Compiles the C# of a program in memory. The bytes depend on the C# alone: not on the machine, the folder, the culture or the build of
/// the references.
/// </summary>
internal static class AssemblyCompiler
{
    /// <summary>The name of the assembly, the same for every policy: a bundle is told apart by its digest.</summary>
    public const string AssemblyName = "AirsPolicy.Compiled";

    private const string FileName = "policy.cs";

    private static readonly CSharpCompilationOptions s_options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        checkOverflow: true,
        deterministic: true,
        concurrentBuild: true);

    /// <summary>The assembly and its symbols.</summary>
    /// <param name="code">The C# of the program.</param>
    /// <exception cref="InvalidOperationException">The code does not compile, which is a fault of emission.</exception>
    public static PolicyAssembly Compile(string code) => Compile(code, EmbeddedReferences.Images);

    /// <inheritdoc cref="Compile(string)"/>
    internal static PolicyAssembly Compile(string code, ImmutableArray<ImmutableArray<byte>> references)
    {
        var tree = CSharpSyntaxTree.ParseText(
            SourceText.From(code, Encoding.UTF8), new CSharpParseOptions(LanguageVersion.CSharp14), path: FileName);
        var compilation = CSharpCompilation.Create(
            AssemblyName, [tree], references.Select(image => MetadataReference.CreateFromImage(image)), s_options);
        return Emit(compilation);
    }

    // One emit gives both: what it puts into the image about the symbols is taken out again.
    private static PolicyAssembly Emit(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        Check(compilation.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb)));
        return new PolicyAssembly(ImageWriter.Strip(image.ToArray()), SymbolWriter.Strip([.. symbols.ToArray()]));
    }

    private static void Check(EmitResult result)
    {
        if (!result.Success)
            throw new InvalidOperationException(
                $"Emitted code does not compile: {result.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error)}");
    }
}
