using System.Runtime.Loader;
using System.Text;
using AirsPolicy.Compiler;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Programs;

namespace AirsPolicy.Benchmarks.Policies;

/// <summary>Takes a source to a model and to a policy that can be asked.</summary>
internal static class Policy
{
    /// <summary>The model of a source, which may use the libraries that the compiler comes with.</summary>
    public static PolicyModel Model(string source)
    {
        var analysis = Analyse(source, new PackageLocator([]));
        return analysis.Model ?? throw new InvalidOperationException(analysis.Diagnostics[0].ToString());
    }

    /// <summary>The model of the package in a folder.</summary>
    public static PolicyModel ModelIn(string path)
    {
        var folder = PackageFolder.Read(path);
        var analysis = PolicyBinder.Bind(folder.Packages.Single(), new PackageLocator([folder]));
        return analysis.Model ?? throw new InvalidOperationException(analysis.Diagnostics[0].ToString());
    }

    public static PolicyAnalysis Analyse(string source) => Analyse(source, NoPackages.Instance);

    private static PolicyAnalysis Analyse(string source, IPackageLocator packages)
    {
        var tree = SyntaxTree.Parse(SourceText.From(source, "bench.airs"));
        return PolicyBinder.Bind(new PackageSyntax(tree.Root.Header.Path.Text, [tree], NoFiles.Instance), packages);
    }

    public static CompiledPolicy Compile(PolicyModel model)
    {
        var compiled = PolicyCompiler.Compile(model);
        using var image = new MemoryStream([.. compiled.Image]);
        var assembly = new AssemblyLoadContext("bench", isCollectible: true).LoadFromStream(image);
        var program = assembly.GetTypes().Single(type => type.IsAssignableTo(typeof(PolicyProgram)) && !type.IsAbstract);
        return new CompiledPolicy((PolicyProgram)Activator.CreateInstance(program, nonPublic: true)!, compiled.Tables);
    }

    /// <summary>Reads facts into a frame for a point.</summary>
    public static FactFrame Frame(CompiledPolicy policy, int point, string json)
    {
        var frame = new FactFrame();
        var layout = Runtime.Facts.Layout.CompiledLayout.Of(policy.Tables.Points[point].Layout);
        if (new FactReader().Read(layout, Encoding.UTF8.GetBytes(json), frame) is { } failure)
            throw new InvalidOperationException(failure.Detail);
        return frame;
    }

    private sealed class NoPackages : IPackageLocator
    {
        public static readonly NoPackages Instance = new();

        public PackageSyntax? Find(string name) => null;

        public IReadOnlyCollection<string> Names => [];
    }

    private sealed class NoFiles : IPackageFiles
    {
        public static readonly NoFiles Instance = new();

        public bool TryRead(string path, out string? content, out string? problem)
        {
            (content, problem) = (null, "there are no files");
            return false;
        }
    }
}
