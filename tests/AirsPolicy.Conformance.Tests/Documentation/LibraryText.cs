using System.Text;
using System.Text.RegularExpressions;

namespace AirsPolicy.Conformance.Tests.Documentation;

/// <summary>The table of the packages that ship: what each says of itself at the top of its file, and the facts that it asks a host for.</summary>
internal static partial class LibraryText
{
    private static readonly string s_library = Repository.PathOf("policies", "airs");

    public static string Write()
    {
        var text = new StringBuilder("\n| package | what it holds | facts of the host |\n|---|---|---|\n");
        foreach (var package in Packages())
            text.Append(package);
        return $"{text}\n";
    }

    private static IEnumerable<string> Packages() =>
        from folder in Directory.EnumerateDirectories(s_library, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        let files = Directory.EnumerateFiles(folder, "*.airs").Where(file => Path.GetFileName(file) != "tests.airs")
            .OrderByDescending(file => Path.GetFileNameWithoutExtension(file) == Path.GetFileName(folder))
            .ThenBy(file => file, StringComparer.Ordinal).Select(file => (Path: file, Text: File.ReadAllText(file))).ToList()
        where files.Count > 0
        let described = files.Find(file => file.Text.StartsWith("// ", StringComparison.Ordinal))
        let name = Library().Match(files[0].Text).Groups["name"].Value
        let link = Path.GetRelativePath(Repository.PathOf("docs", "reference"), described.Path ?? files[0].Path).Replace('\\', '/')
        let facts = files.SelectMany(file => Fact().Matches(file.Text)).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal)
        select $"| [`{name}`]({link}) | {Sentence(described.Text ?? "")} | {string.Join(", ", facts.Select(fact => $"`{fact}`"))} |\n";

    // What a package holds is its first sentence; where it comes from and what else there is to know stands behind it.
    private static string Sentence(string text)
    {
        var comment = string.Join(
            ' ', text.Split('\n').TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal)).Select(line => line[2..].Trim()));
        return End().Split(comment)[0].TrimEnd('.').Replace("|", "\\|", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^library (?<name>[a-z_.]+)", RegexOptions.Multiline)]
    private static partial Regex Library();

    [GeneratedRegex(@"^fact (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Fact();

    [GeneratedRegex(@"(?<=[a-z0-9)'])\.\s")]
    private static partial Regex End();
}
