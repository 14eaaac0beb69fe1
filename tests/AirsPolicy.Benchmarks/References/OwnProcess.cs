using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace AirsPolicy.Benchmarks.References;

/// <summary>The benchmarks as a process of their own that does one plain thing, for commands to be held against.</summary>
internal static class OwnProcess
{
    /// <summary>The words that ask for a process that does nothing.</summary>
    public static string[] Empty { get; } = ["reference", "empty"];

    /// <summary>The words that ask for a process that compiles a file of C#.</summary>
    public static string[] Compile(string file) => ["reference", "compile", file];

    /// <summary>Does what the words ask for.</summary>
    /// <param name="arguments">The words.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments) => arguments is [_, "compile", var file] ? CompileAlone(file) : 0;

    // As the emitted code of a policy is compiled, and nothing around it.
    private static int CompileAlone(string file)
    {
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        string[] needed = ["System.Private.CoreLib.dll", "System.Runtime.dll", "AirsPolicy.Runtime.dll"];
        var compilation = CSharpCompilation.Create(
            "reference",
            [CSharpSyntaxTree.ParseText(File.ReadAllText(file), new CSharpParseOptions(LanguageVersion.CSharp14))],
            trusted.Where(path => needed.Contains(Path.GetFileName(path))).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                checkOverflow: true,
                deterministic: true));
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        foreach (var error in result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Take(3))
            Console.Error.WriteLine(error);
        return result.Success ? 0 : 1;
    }
}
