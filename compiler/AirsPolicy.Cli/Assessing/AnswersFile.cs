using System.Text.Json;
using System.Text.Json.Nodes;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Starting;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Collections;

namespace AirsPolicy.Cli.Assessing;

/// <summary>
/// The answers of an interview as a file: <c>package</c>, <c>title</c>, <c>owner</c>, <c>model</c>, <c>provider</c>, <c>use</c>,
/// <c>profile</c> and <c>confirmed</c>, of which all but <c>profile</c> may be left out.
/// </summary>
internal static class AnswersFile
{
    /// <summary>The word for a system that others make and run.</summary>
    public const string Consumed = "consumed";

    private const int MaxBytes = 64 * 1024;

    private static readonly string[] s_members = ["package", "title", "owner", "model", "provider", "use", "profile", "confirmed"];

    private static readonly JsonDocumentOptions s_once = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>How a system can come to be used.</summary>
    public static ValueList<string> Uses { get; } = ["built", Consumed];

    /// <exception cref="UsageException">The file cannot be read, or is no such object.</exception>
    public static AssessedSystem Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
                throw new UsageException($"'{path}' is larger than {MaxBytes >> 10} KiB.");
            if (JsonNode.Parse(File.ReadAllText(path), documentOptions: s_once) is not JsonObject root)
                throw new UsageException($"'{path}' is no JSON object.");
            return Read(path, root);
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw new UsageException($"'{path}' cannot be read: {failure.Message}");
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException)
        {
            throw new UsageException($"'{path}' is no JSON of answers: {wrong.Message}");
        }
    }

    private static AssessedSystem Read(string path, JsonObject root)
    {
        if (root.FirstOrDefault(member => !s_members.Contains(member.Key)) is { Key: { } unknown })
            throw new UsageException($"'{path}' has a member '{unknown}'; it may have {string.Join(", ", s_members)}.");
        if (root["profile"] is not JsonObject profile)
            throw new UsageException($"'{path}' needs an object 'profile' with what is known of the system.");
        foreach (var (field, value) in profile.ToList())
        {
            if (value is null)
                profile.Remove(field);
            else if (value is JsonValue number && number.TryGetValue<long>(out var count) && count < 0)
                throw new UsageException($"'{field}' in '{path}' is below 0.");
        }
        var title = root["title"]?.GetValue<string>() ?? Path.GetFileNameWithoutExtension(path);
        var package = root["package"]?.GetValue<string>();
        return new AssessedSystem(
            package is null ? PackageName.OfTitle(title) : PackageName.Of(package), title, root["owner"]?.GetValue<string>(),
            root["model"]?.GetValue<string>(), root["provider"]?.GetValue<string>(), profile,
            IsConsumed(path, root["use"]?.GetValue<string>()), Confirmed(path, root["confirmed"]));
    }

    private static bool IsConsumed(string path, string? use) => use is null || Uses.Contains(use)
        ? use == Consumed
        : throw new UsageException($"'use' in '{path}' is '{use}'; it may be {string.Join(" or ", Uses)}.");

    private static ValueList<string> Confirmed(string path, JsonNode? confirmed) => confirmed switch
    {
        null => [],
        JsonArray list when list.All(id => id is JsonValue value && value.TryGetValue<string>(out _)) =>
            list.Select(id => id!.GetValue<string>()).ToValueList(),
        _ => throw new UsageException($"'confirmed' in '{path}' is no list of ids."),
    };
}
