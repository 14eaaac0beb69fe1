using System.Text;
using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Formatting;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Fuzzing.Targets;

/// <summary>Policies: parsed, bound, asked by every analysis, formatted.</summary>
internal sealed class PolicyTarget : IFuzzTarget
{
    private static readonly DateOnly s_asOf = new(2026, 6, 15);

    public string Name => "policy";

    public IEnumerable<byte[]> Seeds() =>
        Repository.Files("tests/corpus/diagnostics", ".airs").Concat(Repository.Files("policies/examples", ".airs"));

    public void Read(byte[] input)
    {
        var tree = SyntaxTree.Parse(SourceText.From(Encoding.UTF8.GetString(input), "fuzzed.airs"));
        CheckTree(tree);
        var analysis = PolicyAnalyzer.Analyze(
            new PackageSyntax(tree.Root.Header.Path.Text, [tree], NoFiles.Instance),
            ShippedLibrary.Instance,
            s_asOf);
        if (analysis.Diagnostics.FirstOrDefault(found => found.IsFault) is { } fault)
            throw new BrokenPromiseException(fault.ToString());
        if (analysis.Diagnostics.FirstOrDefault(found =>
                found.Span.Start < 0 || found.Span.End > found.Source.Length || found.Span.Start > found.Span.End
            ) is
            { } outside)
            throw new BrokenPromiseException($"'{outside}' stands outside its text.");
    }

    private static void CheckTree(SyntaxTree tree)
    {
        var place = 0;
        foreach (var token in tree.Root.Tokens())
        {
            if (token.FullSpan.Start != place)
                throw new BrokenPromiseException($"A token begins at {token.FullSpan.Start}, behind {place}.");
            place = token.FullSpan.End;
        }
        if (place != tree.Source.Length)
            throw new BrokenPromiseException($"The tree gives {place} of {tree.Source.Length} characters back.");
        if (!tree.Diagnostics.IsEmpty)
            return;
        var formatted = Formatter.Format(tree);
        if (Formatter.Format(SyntaxTree.Parse(SourceText.From(formatted))) != formatted)
            throw new BrokenPromiseException("Formatting what is formatted changes it.");
    }

    private sealed class NoFiles : IPackageFiles
    {
        public static NoFiles Instance { get; } = new();

        public bool TryRead(string path, out string? content, out string? problem)
        {
            (content, problem) = (null, "there are no files");
            return false;
        }
    }
}
