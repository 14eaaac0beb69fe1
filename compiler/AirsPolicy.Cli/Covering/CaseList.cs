using System.Text.Json;
using System.Text.Json.Serialization;
using AirsPolicy.Collections;

namespace AirsPolicy.Cli.Covering;

/// <summary>A list of cases that the framework asks for, each of which a test shows whose title begins with its id.</summary>
/// <param name="Name">The name of its file in <c>policies/catalogue/cases</c>.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Cases">The cases.</param>
internal sealed record CaseList(
    [property: JsonPropertyName("list")] string Name, string Title, ValueList<FrameworkCase> Cases)
{
    private const string Prefix = "cases/";

    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    /// <summary>The lists, by name.</summary>
    public static IReadOnlyList<CaseList> All { get; } =
    [
        .. typeof(CaseList).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(Read),
    ];

    private static CaseList Read(string name)
    {
        using var stream = typeof(CaseList).Assembly.GetManifestResourceStream(name)!;
        var file = JsonSerializer.Deserialize<CaseFile>(stream, s_options)!;
        return new CaseList(file.List, file.Title, file.Cases.ToValueList());
    }

    private sealed record CaseFile(string List, string Title, FrameworkCase[] Cases);
}
