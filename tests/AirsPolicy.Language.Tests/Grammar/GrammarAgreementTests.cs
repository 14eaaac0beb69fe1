using System.Globalization;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Tests.Corpus;
using AirsPolicy.Language.Tests.Fuzzing;
using AirsPolicy.Language.Text;
using Xunit.Abstractions;

namespace AirsPolicy.Language.Tests.Grammar;

/// <summary>
/// The published grammar and the hand-written parser accept the same files, and find the same in them. <c>AIRS_CASES</c> sets how many
/// mutants are read, and <c>AIRS_SEED</c> where their seeds begin.
/// </summary>
[Trait("Length", "long")]
public class GrammarAgreementTests(ITestOutputHelper output)
{
    private static readonly string[] s_files =
        [.. new[] { "policies", "tests/corpus" }
            .Select(folder => Path.Combine(RepositoryFolder.Root, folder))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.airs", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)];

    [Fact]
    public void Grammar_and_parser_agree_on_every_file()
    {
        var agreement = new Agreement();
        AssertNone(s_files.Select(path =>
            agreement.Difference(File.ReadAllText(path)) is { } difference ? $"{path}: {difference}" : null));
        Report("files", agreement);
        Assert.True(agreement.Accepted > 400 && agreement.Refused > 30, $"{agreement.Accepted} accepted, {agreement.Refused} refused");
    }

    [Fact]
    public void Grammar_and_parser_agree_on_any_two_operators_in_a_row()
    {
        string[] operators = ["or", "and", "==", "<", "in", "not in", "starts with", "+", "-", "*", "??", "or not", "and not", "- -"];
        var agreement = new Agreement();
        AssertNone(from one in operators
                   from other in operators
                   let text = $"library a\nlet x = a {one} b {other} c\n"
                   select agreement.Difference(text) is { } difference ? $"{text}{difference}" : null);
        Assert.True(agreement.Accepted > 100 && agreement.Refused > 10, $"{agreement.Accepted} accepted, {agreement.Refused} refused");
    }

    [Fact]
    public void Grammar_and_parser_agree_on_every_mutant()
    {
        var trees = s_files.Select(path => SyntaxTree.Parse(SourceText.From(File.ReadAllText(path))))
            .Where(tree => tree.Source.Length < 20_000).ToArray();
        var changes = new TreeChanges([.. trees]);
        var agreement = new Agreement();
        var cases = Setting("AIRS_CASES", 3_000);
        AssertNone(Enumerable.Range(Setting("AIRS_SEED", 20_261_123), cases).Select(seed =>
        {
            var random = new Random(seed);
            var tree = trees[random.Next(trees.Length)];
            var text = random.Next(2) == 0 ? TokenChanges.Apply(tree, random) : changes.Apply(tree, random);
            return agreement.Difference(text) is { } difference ? $"AIRS_SEED={seed} AIRS_CASES=1: {difference}" : null;
        }));
        Report("mutants", agreement);
        Assert.True(cases < 3_000 || (agreement.Accepted * 10 > cases && agreement.Refused * 10 > cases), "The mutants are all alike.");
    }

    private static void AssertNone(IEnumerable<string?> differences)
    {
        var found = differences.OfType<string>().ToList();
        Assert.True(found.Count == 0, $"{found.Count} differences\n{string.Join("\n\n", found.Take(20))}");
    }

    private void Report(string what, Agreement agreement) =>
        output.WriteLine(
            $"{what}: {agreement.Accepted} accepted, {agreement.Refused} refused, {agreement.Bounded} nested too deeply");

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : usual;
}
