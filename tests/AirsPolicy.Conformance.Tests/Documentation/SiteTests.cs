using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AirsPolicy.Site;

namespace AirsPolicy.Conformance.Tests.Documentation;

public partial class SiteTests
{
    private static readonly Lazy<DocumentationSite> s_whole = new(() => DocumentationSite.Read(Repository.Root));

    private static readonly Lazy<Dictionary<string, string>> s_texts =
        new(() => s_whole.Value.Files.ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal));

    private static IEnumerable<string> Pages => s_texts.Value.Keys.Where(path => path.EndsWith(".html", StringComparison.Ordinal));

    [Fact]
    public void Every_page_of_the_documentation_has_its_page_in_the_site()
    {
        var documents = Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')).ToList();
        Assert.NotEmpty(documents);
        Assert.All(documents.Append("README.md"), document => Assert.Contains(PageOf(document), s_texts.Value));
        Assert.Empty(s_whole.Value.Problems);
    }

    [Fact]
    public void Every_link_leads_to_a_page_and_an_anchor_of_the_site()
    {
        var ids = Pages.ToDictionary(
            page => page,
            page => Id().Matches(s_texts.Value[page]).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
        foreach (var page in Pages)
        {
            foreach (Match link in Address().Matches(s_texts.Value[page]))
            {
                var address = link.Groups[1].Value;
                if (address.StartsWith("http", StringComparison.Ordinal) || address.StartsWith("mailto:", StringComparison.Ordinal))
                    continue;
                var parts = address.Split('#');
                var target = parts[0].Length == 0 ? page : Resolve(page, parts[0]);
                if (s_whole.Value.Pictures.Contains(target))
                    continue;
                Assert.True(s_texts.Value.ContainsKey(target), $"{page} leads to {address}, which is not there.");
                Assert.True(parts.Length == 1 || ids[target].Contains(parts[1]), $"{page} leads to {address}, which has no such anchor.");
            }
        }
    }

    [Fact]
    public void Nothing_is_fetched_from_elsewhere()
    {
        Assert.All(Pages, page => Assert.DoesNotMatch(Fetched(), s_texts.Value[page]));
        Assert.DoesNotContain("//", s_texts.Value["site.css"], StringComparison.Ordinal);
        Assert.DoesNotContain("://", s_texts.Value["site.js"], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_has_a_language_a_title_landmarks_one_first_heading_and_ids_of_its_own() => Assert.All(Pages, page =>
    {
        foreach (var part in new[] { "<html lang=\"en\"", "<header>", "<main ", "aria-label=\"Pages\"", "role=\"search\"" })
            Assert.Contains(part, s_texts.Value[page], StringComparison.Ordinal);
        Assert.True(s_texts.Value[page].Split("<h1").Length == 2, $"{page} has not one heading of the first level.");
        Assert.Matches(@"<title>[^<]*\w[^<]*</title>", s_texts.Value[page]);
        var ids = Id().Matches(s_texts.Value[page]).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
    });

    [Fact]
    public void Headings_of_a_page_skip_no_level() => Assert.All(Pages, page =>
    {
        var levels = Heading().Matches(MainOf(s_texts.Value[page])).Select(match => match.Groups[1].Value[0] - '0').ToList();
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"{page} skips a level."));
    });

    [Fact]
    public void The_navigation_has_the_purposes_of_the_index_and_marks_the_page()
    {
        var page = s_texts.Value["docs/reference/language/controls.html"];
        var names = Regex.Matches(page[..page.IndexOf("<main", StringComparison.Ordinal)], "<h2>(.*?)</h2>");
        Assert.Equal(["Guide", "Reference", "Explanation", "Decisions"], names.Select(match => match.Groups[1].Value));
        Assert.Contains("controls.html\" aria-current=\"page\">Controls</a>", page, StringComparison.Ordinal);
        Assert.Contains("language/index.html\" aria-current=\"true\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_search_finds_a_word_of_a_text_and_of_a_heading()
    {
        Assert.Contains("docs/reference/diagnostics/AIRS1012.html", Found("cyrillic"));
        Assert.Contains("docs/guide/plans.html#pacehuman", Found("human"));
        Assert.Empty(Found("nobodywritesthisword"));
    }

    [Fact]
    public void Policies_have_the_colours_of_editors_and_are_escaped()
    {
        var page = Made("```airs\ncontrol a { at input  when text == \"<script>\" then block } // <b>\n```");
        Assert.Contains("<span class=\"Keyword\">control</span> <span class=\"Class\">a</span>", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"String\">&quot;&lt;script&gt;&quot;</span>", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"Comment\">// &lt;b&gt;</span>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("policy example", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("```text\n<script>alert(1)</script>\n```")]
    [InlineData("```airs\n</code><script>alert(1)</script>\n```")]
    [InlineData("    <script>alert(1)</script>")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a <script>alert(1)</script>")]
    [InlineData("<!-- a --> <script>alert(1)</script>")]
    [InlineData("a <!-- b --> <script>alert(1)</script>")]
    [InlineData("| <script>alert(1)</script> |\n|---|\n| <script>alert(1)</script> |")]
    [InlineData("## <script>alert(1)</script>\n\n## b")]
    [InlineData("[<script>alert(1)</script>](README.md)")]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("[a][b]\n\n[b]: javascript:alert(1)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<a href=\"javascript:alert(1)\">b</a>")]
    [InlineData("![a](https://elsewhere.example/a.png)")]
    [InlineData("<img src=\"https://elsewhere.example/a.png\">")]
    [InlineData("<p onclick=\"alert(1)\">a</p>")]
    public void Nothing_in_Markdown_runs_or_is_fetched(string markdown)
    {
        var page = Made(markdown);
        Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("<[^>]*(javascript:|onclick)", page);
    }

    [Theory]
    [InlineData("[a](lost.md)", "README.md links to lost.md, which is not there.")]
    [InlineData("[a](#lost)", "README.md links to README.md#lost, which is not there.")]
    [InlineData("[a](../lost.md)", "README.md links to ../lost.md, which a page may not do.")]
    [InlineData("[a](/etc/hosts)", "README.md links to /etc/hosts, which a page may not do.")]
    [InlineData("[a](javascript:alert(1))", "README.md links to javascript:alert(1), which a page may not do.")]
    public void A_link_that_leads_nowhere_is_a_problem(string markdown, string problem) =>
        Assert.Equal(problem, Assert.Single(SiteOf(markdown).Problems));

    [Fact]
    public void Text_stands_out_from_what_is_behind_it_in_both_schemes()
    {
        var schemes = Scheme().Matches(s_texts.Value["site.css"])
            .Select(scheme => Colour().Matches(scheme.Value))
            .Select(colours => colours.ToDictionary(match => match.Groups[1].Value, match => Luminance(match.Groups[2].Value)))
            .ToList();
        Assert.Equal(2, schemes.Count);
        Assert.All(schemes, scheme =>
        {
            foreach (var name in new[] { "text", "quiet", "link", "focus", "keyword", "name", "value", "comment" })
            {
                foreach (var back in new[] { "back", "raised" })
                {
                    var contrast = Contrast(scheme[name], scheme[back]);
                    Assert.True(contrast >= 4.5, $"{name} on {back}: {contrast:F2}");
                }
            }
        });
    }

    private static DocumentationSite SiteOf(string markdown) =>
        DocumentationSite.Of(["README.md"], path => path == "README.md" ? $"# Page\n\n{markdown}\n" : null);

    private static string Made(string markdown) => MainOf(SiteOf(markdown).Files[0].Text);

    private static string MainOf(string page) => page[page.IndexOf("<main", StringComparison.Ordinal)..];

    private static string PageOf(string document) => document.EndsWith("README.md", StringComparison.Ordinal)
        ? document.Replace("README.md", "index.html", StringComparison.Ordinal)
        : Path.ChangeExtension(document, ".html");

    private static string Resolve(string page, string address) =>
        new Uri(new Uri("file:///" + page), address).AbsolutePath[1..];

    private static List<string> Found(string word)
    {
        var script = s_texts.Value["search-index.js"];
        using var index = JsonDocument.Parse(script["var searchIndex = ".Length..].TrimEnd('\n', ';'));
        var root = index.RootElement;
        if (!root.GetProperty("words").TryGetProperty(word, out var places))
            return [];
        return
        [
            .. from place in places.EnumerateArray()
               let section = root.GetProperty("sections")[place.GetInt32()]
               let anchor = section[1].GetString()
               select root.GetProperty("pages")[section[0].GetInt32()][0].GetString() + (anchor!.Length > 0 ? "#" : "") + anchor,
        ];
    }

    // WCAG 2.2, contrast ratio and relative luminance.
    private static double Contrast(double one, double other) => (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);

    private static double Luminance(string colour)
    {
        return (0.2126 * Part(0)) + (0.7152 * Part(2)) + (0.0722 * Part(4));

        double Part(int start)
        {
            var value = int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
    }

    [GeneratedRegex("""<[^>]*\sid="([^"]*)["]""")]
    private static partial Regex Id();

    [GeneratedRegex("""\s(?:href|src)="([^"]*)["]""")]
    private static partial Regex Address();

    [GeneratedRegex("""<(?!a\s)[^>]*\s(?:href|src|srcset|data|action|poster)="(?:[a-z]+:|//)""", RegexOptions.IgnoreCase)]
    private static partial Regex Fetched();

    [GeneratedRegex("<h([1-6])")]
    private static partial Regex Heading();

    [GeneratedRegex(@":root \{[^}]*\}")]
    private static partial Regex Scheme();

    [GeneratedRegex("--([a-z]+): #([0-9a-f]{6});")]
    private static partial Regex Colour();
}
