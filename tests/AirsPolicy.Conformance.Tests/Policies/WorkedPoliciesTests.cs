using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Conformance.Tests.Policies;

/// <summary>
/// The packages that were drafted with the grammar: each declaration of theirs has its counterpart here, or a line that says why not.
/// </summary>
public sealed partial class WorkedPoliciesTests
{
    private static readonly string s_drafts = Repository.PathOf("../shared/design/worked");

    // Which packages hold what was drafted in a file.
    private static readonly Dictionary<string, string[]> s_packages = new()
    {
        ["aria"] = ["meridian.aria", "meridian.baseline"],
        ["decisions"] = ["decisions", "decisions.desk", "decisions.reading"],
        ["fraud"] = ["bank.fraud", "bank.baseline"],
        ["pace"] = ["meridian.aria"],
        ["refund"] = ["shop.refunds", "shop.baseline"],
        ["rest"] = ["rest.of_the_grammar"],
        ["tiers"] = ["airs.tiers"],
    };

    private static readonly PackageFolder s_folder = PackageFolder.Read(Repository.PathOf("policies"));

    /// <summary>Draft, declaration and what stands for it, from the table in the documentation.</summary>
    private static IEnumerable<(string Draft, string Declaration, string Here, string Why)> Renamed =>
        from line in Table().Split('\n')
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        where cells.Length == 6 && s_packages.ContainsKey(cells[1])
        select (cells[1], cells[2].Trim('`'), cells[3].Trim('`'), cells[4]);

    public static TheoryData<string> Names => [.. s_packages.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_declaration_of_a_draft_has_its_counterpart_or_a_reason(string draft)
    {
        var here = Declared(draft);
        foreach (var (_, declaration, name, why) in Renamed.Where(row => row.Draft == draft))
            Assert.True(name == "–" ? why.Length > 0 : here.Contains(name), $"'{declaration}' of '{draft}' is said to be '{name}'.");
        // The drafts are beside the project where it was begun, and nowhere else.
        if (!Directory.Exists(s_drafts))
            return;
        var known = Renamed.Where(row => row.Draft == draft).Select(row => row.Declaration).ToHashSet();
        var drafted = Of(SyntaxTree.Parse(SourceText.From(File.ReadAllText(Path.Combine(s_drafts, $"{draft}.airs")), draft))).ToList();
        Assert.NotEmpty(drafted);
        var lost = drafted
            .Where(declaration =>
                !known.Contains(declaration) && !here.Contains(declaration) && !here.Contains(Number().Replace(declaration, " ")))
            .ToList();
        Assert.True(lost.Count == 0, $"'{draft}' declares what is nowhere here: {string.Join(", ", lost)}.");
        Assert.Empty(known.Except(drafted));
    }

    private static HashSet<string> Declared(string draft) =>
        s_folder
            .Packages.Where(package => s_packages[draft].Contains(package.Name))
            .SelectMany(package => package.Trees)
            .SelectMany(Of)
            .ToHashSet();

    // Tests of a draft are sentences; what they ask is asked by ours in other words.
    private static IEnumerable<string> Of(SyntaxTree tree) =>
        from declaration in tree.Root.Declarations
        let words = declaration.Tokens().Take(2).Select(token => token.Text).ToList()
        where words[0] is not ("test" or "set")
        select words[0] == "pace" && words[1] == "{" ? "pace system" : $"{words[0]} {words[1].Trim('"')}";

    private static string Table()
    {
        var text = File.ReadAllText(Repository.PathOf("docs", "decisions", "what-the-examples-taught.md"));
        return text[
            text.IndexOf("<!-- names:begin -->", StringComparison.Ordinal)..text.IndexOf("<!-- names:end -->", StringComparison.Ordinal)
        ];
    }

    [System.Text.RegularExpressions.GeneratedRegex(@" pd_\d+_")]
    private static partial System.Text.RegularExpressions.Regex Number();
}
