using System.Text.RegularExpressions;

namespace AirsPolicy.Conformance.Tests.Architecture;

public partial class StageTests
{
    private static readonly string[] Language =
        ["Text", "Diagnostics", "Syntax", "Symbols", "Model", "Semantics", "Formatting", "Evaluation", "Comparison", "Reasoning", "Analysis", "Mutation"];

    private static readonly string[] Compiler = ["Planning", "Emission", "Compilation", "Bundles"];

    [Fact]
    public void A_stage_of_the_language_uses_only_what_stands_to_its_left() =>
        Assert.Empty(ArrowsBack("compiler/AirsPolicy.Language", "AirsPolicy.Language", Language));

    [Fact]
    public void A_stage_of_the_compiler_uses_only_what_stands_to_its_left() =>
        Assert.Empty(ArrowsBack("compiler/AirsPolicy.Compiler", "AirsPolicy.Compiler", Compiler));

    [Fact]
    public void Every_folder_is_a_stage()
    {
        Assert.Empty(Folders("compiler/AirsPolicy.Language").Except(Language));
        Assert.Empty(Folders("compiler/AirsPolicy.Compiler").Except(Compiler));
    }

    [Fact]
    public void Roslyn_is_named_only_where_code_is_compiled_and_literals_are_quoted() =>
        Assert.All(
            SourceFiles("compiler").Concat(SourceFiles("runtime")).Concat(SourceFiles("lsp")).Where(f => File.ReadAllText(f).Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal)),
            file => Assert.Matches(@"AirsPolicy\.Compiler/(Compilation/.+|Emission/Literal)\.cs$", file.Replace('\\', '/')));

    [Fact]
    public void Assemblies_are_loaded_by_one_class_which_looks_at_them_first()
    {
        var loads = new Regex(@"\bLoadFrom|\bAssembly\.(Unsafe)?Load|\bLoad(File|Module)\(");
        var file = Assert.Single(SourceFiles("compiler").Concat(SourceFiles("runtime")).Concat(SourceFiles("lsp")), file => loads.IsMatch(File.ReadAllText(file)));
        Assert.EndsWith("AirsPolicy.Hosting/Loading/BundleLoader.cs", file.Replace('\\', '/'), StringComparison.Ordinal);
        var code = File.ReadAllText(file);
        Assert.Single(loads.Matches(code));
        Assert.InRange(code.IndexOf("ImageCheck.Check(", StringComparison.Ordinal), 0, loads.Match(code).Index);
    }

    [Fact]
    public void The_language_names_of_the_runtime_only_what_it_may()
    {
        var others = SourceFiles("compiler/AirsPolicy.Language")
            .SelectMany(File.ReadLines)
            .Select(line => RuntimeUsing().Match(line))
            .Where(match => match.Success)
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .Except(["Collections", "Facts", "Decisions", "Text", "State", "Numbers", "Functions", "Schemas", "Runs", "Audits"]);
        Assert.Empty(others);
    }

    private static IEnumerable<string> ArrowsBack(string folder, string prefix, string[] stages)
    {
        foreach (var file in SourceFiles(folder))
        {
            var parts = Path.GetRelativePath(Repository.PathOf(folder), file).Replace('\\', '/').Split('/');
            var own = Array.IndexOf(stages, parts[0]);
            if (own < 0)
                continue;
            foreach (var line in File.ReadLines(file))
            {
                var used = Regex.Match(line, $@"^using (?:static )?{Regex.Escape(prefix)}\.(\w+)");
                if (used.Success && Array.IndexOf(stages, used.Groups[1].Value) > own)
                    yield return $"{string.Join('/', parts)} uses {used.Groups[1].Value}";
            }
        }
    }

    private static IEnumerable<string> Folders(string project) =>
        SourceFiles(project).Select(file => Path.GetRelativePath(Repository.PathOf(project), file).Replace('\\', '/').Split('/')).Where(parts => parts.Length > 1).Select(parts => parts[0]).Distinct();

    internal static IEnumerable<string> SourceFiles(string folder) =>
        Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal) && !file.Replace('\\', '/').Contains("/bin/", StringComparison.Ordinal));

    [GeneratedRegex(@"^using (?:static )?AirsPolicy\.Runtime\.(\w+)")]
    private static partial Regex RuntimeUsing();
}
