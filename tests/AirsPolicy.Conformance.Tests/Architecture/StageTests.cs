using System.Text.RegularExpressions;

namespace AirsPolicy.Conformance.Tests.Architecture;

public class StageTests
{
    [Fact]
    public void Roslyn_is_named_only_where_code_is_compiled_and_literals_are_quoted() =>
        Assert.All(
            SourceFiles("compiler")
                .Concat(SourceFiles("runtime"))
                .Concat(SourceFiles("lsp"))
                .Where(f => File.ReadAllText(f).Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal)),
            file => Assert.Matches(@"AirsPolicy\.Compiler/(Compilation/.+|Emission/Literal)\.cs$", file.Replace('\\', '/')));

    [Fact]
    public void Assemblies_are_loaded_by_one_class_which_looks_at_them_first()
    {
        var loads = new Regex(@"\bLoadFrom|\bAssembly\.(Unsafe)?Load|\bLoad(File|Module)\(");
        var file = Assert.Single(
            SourceFiles("compiler").Concat(SourceFiles("runtime")).Concat(SourceFiles("lsp")),
            file => loads.IsMatch(File.ReadAllText(file)));
        Assert.EndsWith("AirsPolicy.Hosting/Loading/BundleLoader.cs", file.Replace('\\', '/'), StringComparison.Ordinal);
        var code = File.ReadAllText(file);
        Assert.Single(loads.Matches(code));
        Assert.InRange(code.IndexOf("ImageCheck.Check(", StringComparison.Ordinal), 0, loads.Match(code).Index);
    }

    [Fact]
    public void The_language_names_neither_programs_nor_bundles_of_the_runtime() =>
        Assert.Empty(
            from use in TypeUses.Of(typeof(Language.Model.PolicyModel).Assembly.Location)
            where
                use.Used.StartsWith("AirsPolicy.Runtime.Programs.", StringComparison.Ordinal)
                || use.Used.StartsWith("AirsPolicy.Runtime.Bundles.", StringComparison.Ordinal)
            select use);

    [Fact]
    public void The_text_engine_names_no_type_of_another_project() =>
        Assert.Empty(
            from use in TypeUses.Of(typeof(AirsPolicy.Text.TextSpan).Assembly.Location)
            where
                !use.Used.StartsWith("AirsPolicy.Text.", StringComparison.Ordinal)
                && !use.Used.StartsWith("AirsPolicy.Collections.", StringComparison.Ordinal)
            select use);

    internal static IEnumerable<string> SourceFiles(string folder) =>
        Directory
            .EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !file.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal)
                && !file.Replace('\\', '/').Contains("/bin/", StringComparison.Ordinal));
}
