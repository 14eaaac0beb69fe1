using System.Text;
using System.Text.Json;
using AirsPolicy.Runtime.Schemas;

namespace AirsPolicy.Runtime.Tests.Schemas;

/// <summary>
/// The official test suite of JSON Schema, draft 2020-12: groups of tests that share a schema, and the documents that they refer to.
/// </summary>
internal static class SchemaSuite
{
    public const string Variable = "AIRS_JSON_SCHEMA_SUITE";

    /// <summary>How many required tests there are, so that a folder that lacks some is noticed.</summary>
    public const int RequiredTests = 1_299;

    public static string? Folder => Environment.GetEnvironmentVariable(Variable);

    /// <summary>The documents that the suite's schemas refer to, under the addresses that it gives them.</summary>
    public static IReadOnlyList<SchemaDocument> Remotes()
    {
        var folder = Path.Combine(Folder!, "remotes");
        return
        [
            .. Directory
                .EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(file => new SchemaDocument(
                    "http://localhost:1234/" + Path.GetRelativePath(folder, file).Replace('\\', '/'),
                    File.ReadAllBytes(file))),
        ];
    }

    /// <summary>The required tests: the files of the folder itself. What is optional lies in folders of their own.</summary>
    public static IEnumerable<SchemaSuiteGroup> Required() =>
        Directory.EnumerateFiles(Path.Combine(Folder!, "tests", "draft2020-12"), "*.json").Order(StringComparer.Ordinal).SelectMany(Read);

    /// <summary>The tests of one format.</summary>
    public static IEnumerable<SchemaSuiteGroup> Format(string format) =>
        Read(Path.Combine(Folder!, "tests", "draft2020-12", "optional", "format", format + ".json"));

    private static IEnumerable<SchemaSuiteGroup> Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (var group in document.RootElement.EnumerateArray())
        {
            var tests = group
                .GetProperty("tests")
                .EnumerateArray()
                .Select(test => new SchemaSuiteTest(
                    test.GetProperty("description").GetString()!,
                    Utf8(test.GetProperty("data")),
                    test.GetProperty("valid").GetBoolean()));
            yield return new SchemaSuiteGroup(
                $"{Path.GetFileName(file)}: {group.GetProperty("description").GetString()}", Utf8(group.GetProperty("schema")), [.. tests]);
        }
    }

    private static byte[] Utf8(JsonElement element) => Encoding.UTF8.GetBytes(element.GetRawText());
}

/// <summary>Tests that share a schema.</summary>
internal sealed record SchemaSuiteGroup(string Name, byte[] Schema, IReadOnlyList<SchemaSuiteTest> Tests);

/// <summary>A value and whether it fits.</summary>
internal sealed record SchemaSuiteTest(string Name, byte[] Value, bool Fits);
