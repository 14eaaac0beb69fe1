using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Tests.Corpus;

namespace AirsPolicy.Classifiers.Onnx.Tests.Models;

/// <summary>A policy that stands in a test, with the library that ships.</summary>
internal static class BuiltPolicy
{
    public static byte[] Of(string source) => BundleBuilder.Build(ModelOf(source));

    public static PolicyModel ModelOf(string source)
    {
        var folder = Directory.CreateTempSubdirectory("airs-policy-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "a.airs"), source);
            var library = PackageFolder.Read(Path.Combine(RepositoryFolder.Root, "policies", "airs"));
            var package = PackageFolder.Read(folder);
            var analysis = PolicyAnalyzer.Analyze(package.Packages[0], new PackageLocator([library, package]));
            Assert.Empty(analysis.Diagnostics.Where(found => found.Severity > DiagnosticSeverity.Notice).Select(found => found.ToString()));
            return analysis.Model!;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
