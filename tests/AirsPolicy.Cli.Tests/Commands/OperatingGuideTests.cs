using System.Text.RegularExpressions;
using AirsPolicy.Cli.Tests.Operating;
using AirsPolicy.Language.Tests.Corpus;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AirsPolicy.Cli.Tests.Commands;

/// <summary>The commands of the guide for operators do what it says, in its order, and its code compiles.</summary>
public sealed partial class OperatingGuideTests : IAsyncDisposable
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(RepositoryFolder.Root, "docs", "guide", "operating.md"));

    private readonly OperatedHost _operated = new();

    public ValueTask DisposeAsync() => _operated.DisposeAsync();

    [Fact]
    public void Every_command_on_the_page_can_be_given_in_its_order()
    {
        _operated.OpenDesk(["on-call", "lead"], "on-call");
        _operated.Pay(500);
        var (given, isEnded) = (0, false);
        var lines = Blocks("sh").SelectMany(block => block.Split('\n')).Where(line => line.StartsWith("airs ", StringComparison.Ordinal));
        foreach (var line in lines)
        {
            string[] words = [.. Word().Matches(line["airs ".Length..]).Select(word => Here(word.Value.Trim('"')))];
            if (words[0] is "store" or "audit" && !isEnded)
            {
                _operated.End();
                isEnded = true;
            }
            var run = CliRun.Of(words);
            Assert.True(run.Code == 0, $"{line}: {run.Error}{run.Out}");
            given++;
        }
        Assert.InRange(given, 12, 30);
    }

    [Fact]
    public void The_code_for_applications_compiles()
    {
        var code = Assert.Single(Blocks("csharp"));
        var compilation = CSharpCompilation.Create(
            "operating",
            [CSharpSyntaxTree.ParseText(SourceText.From(code))],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(found => found.Severity > DiagnosticSeverity.Hidden));
    }

    private string Here(string word) => word switch
    {
        "airs-review" => _operated.Pipe,
        _ when word.EndsWith(".db", StringComparison.Ordinal) || word.EndsWith(".pub", StringComparison.Ordinal) => _operated.PathOf(word),
        _ => word,
    };

    private static IEnumerable<string> Blocks(string language) =>
        s_page.Split($"```{language}\n").Skip(1).Select(block => block.Split("```")[0]);

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Word();
}
