using AirsPolicy.Cli.Fixing;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Tests.Corpus;

namespace AirsPolicy.Cli.Tests.Fixing;

/// <summary>What holds of every run of fixes, on the mistakes of the corpus.</summary>
public sealed class FixLaws : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_second_run_changes_nothing()
    {
        foreach (var mistake in Mistakes())
        {
            var first = Fix(mistake);
            foreach (var file in first.Changed)
                File.WriteAllText(file.Path, file.Content);
            Assert.Empty(Fix(mistake).Changed.Select(file => $"{mistake}: {file.Content}"));
        }
    }

    [Fact]
    public void A_run_leaves_no_more_errors_of_the_grammar_than_there_were()
    {
        foreach (var mistake in Mistakes())
        {
            var workspace = Workspace.Read([mistake], []);
            var before = workspace.DiagnosticsOf(workspace.Analyze()).Count(IsOfGrammar);
            Assert.True(Fix(mistake).Left.Count(IsOfGrammar) <= before, mistake);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static FixRun Fix(string path) => FixRun.Of([path], []);

    private static bool IsOfGrammar(Diagnostic diagnostic) => diagnostic.Code.StartsWith("AIRS1", StringComparison.Ordinal);

    // Each in a folder of its own: the files of one folder are one package.
    private IEnumerable<string> Mistakes() =>
        RepositoryFolder.Policies(RepositoryFolder.Corpus("diagnostics"))
            .Select(path => _folder.Write($"{Path.GetFileNameWithoutExtension(path)}/{Path.GetFileName(path)}", File.ReadAllText(path)));
}
