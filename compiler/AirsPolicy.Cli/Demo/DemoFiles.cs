using System.Collections.Immutable;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Cli.Demo;

/// <summary>The files of <c>policies/examples/chevrolet</c>, carried inside this assembly so that the demo runs anywhere.</summary>
internal sealed class DemoFiles : IPackageFiles
{
    private const string Prefix = "demo/";

    /// <summary>The policy.</summary>
    public static PackageSyntax Policy()
    {
        var trees = typeof(DemoFiles).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(".airs", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
                SyntaxTree.Parse(new SourceText("policies/examples/chevrolet/" + name[Prefix.Length..], name[Prefix.Length..], Read(name))))
            .ToImmutableArray();
        return new PackageSyntax(trees[0].Root.Header.Path.Text, trees, new DemoFiles());
    }

    /// <summary>The conversation.</summary>
    public static ImmutableArray<DemoStep> Script() =>
        [.. Read(Prefix + "conversation.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(DemoStep.Read)];

    /// <inheritdoc/>
    public bool TryRead(string path, out string? content, out string? problem)
    {
        content = null;
        problem = "there is no such file";
        return false;
    }

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(DemoFiles).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
