using System.Text.Json;
using System.Text.Json.Nodes;
using AirsPolicy.Cli.Importing;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Cli.Tests.Importing;

public class ToolFileLaws
{
    private static readonly string[] s_pieces =
    [
        "a",
        "B",
        "é",
        "ß",
        "\u0420",
        "\u202e",
        "\u2066",
        "\u200b",
        "\ufeff",
        "\u2028",
        "\u0085",
        "\r\n",
        "\n",
        "\v",
        "\0",
        "\u001b[2J",
        "\"",
        "\"\"\"",
        "\\",
        "\\u{",
        "}",
        "{",
        "//",
        "/*",
        "*/",
        "/// ",
        "tool x {}",
        "policy evil",
        "control x { at input always block }",
        "// manifest sha256 00",
        "// manifest tool \"a\" title -",
        "\U0001F600",
        "名",
        "\t",
        " ",
        "-",
        ".",
        "9",
        "tool",
        "class read_only",
        "x-airs",
        "$ref",
    ];

    private static readonly Gen<string> s_text = Gen.Elements(s_pieces).ListOf().Select(string.Concat);

    [Fact]
    public void Whatever_a_server_says_the_file_declares_its_tools_and_nothing_else() =>
        Check.One(Laws.Config.WithMaxTest(600), Prop.ForAll(Tools().ToArbitrary(), names =>
        {
            var tools = ImportedTool.Of(Manifest(names), server: null);
            var text = ToolFile.Write("shop.desk", "mcp_tools.airs", tools);
            var tree = SyntaxTree.Parse(SourceText.From(text, "mcp_tools.airs"));
            Assert.Empty(tree.Diagnostics);
            Assert.Empty(tree.Root.Directives);
            Assert.All(tree.Root.Declarations, member => Assert.IsType<ToolDeclarationSyntax>(member));
            Assert.Equal(tools.Count, tree.Root.Declarations.Count);
            Assert.Equal(tools.Count, tools.Select(tool => tool.Name).Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(ImportPins.Write(tools).Order(StringComparer.Ordinal), ImportPins.Read(text).Order(StringComparer.Ordinal));
            Assert.Empty(ImportCheck.Differences(ImportPins.Read(text), tools));
        }));

    private static Gen<(string Name, string Title, string Description, string Word)[]> Tools() =>
        from names in s_text.Where(name => name.Length > 0).ListOf()
        from titles in s_text.ListOf()
        from descriptions in s_text.ListOf()
        select names
            .Distinct(StringComparer.Ordinal)
            .Select((name, i) => (name, At(titles, i), At(descriptions, i), At(descriptions, i + 1)))
            .ToArray();

    private static string At(IReadOnlyList<string> texts, int index) => texts.Count == 0 ? "" : texts[index % texts.Count];

    private static List<ManifestTool> Manifest((string Name, string Title, string Description, string Word)[] tools) =>
        [
            .. tools
                .OrderBy(tool => tool.Name, StringComparer.Ordinal)
                .Select(tool => new ManifestTool(
                    tool.Name,
                    JsonDocument
                        .Parse(
                            new JsonObject
                            {
                                ["name"] = tool.Name,
                                ["title"] = tool.Title,
                                ["description"] = tool.Description,
                                ["inputSchema"] = new JsonObject { ["type"] = "object", ["a" + tool.Word] = tool.Word },
                                ["outputSchema"] = new JsonObject { ["type"] = "object", ["b" + tool.Word] = tool.Word },
                            }.ToJsonString()
                        )
                        .RootElement)),
        ];
}
