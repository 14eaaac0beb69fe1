using System.Text;
using System.Text.Json;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Workspaces;

namespace AirsPolicy.Cli.Importing;

/// <summary>
/// The tools that a server of the Model Context Protocol lists: the answer to <c>tools/list</c>, its result, or the bare list.
/// </summary>
internal static class Manifest
{
    /// <summary>The most bytes that a manifest has.</summary>
    public const int MostBytes = 8 << 20;

    /// <summary>The most tools that a manifest lists.</summary>
    public const int MostTools = 1_000;

    private const int MostDepth = 128;
    private const int LongestName = 256;

    /// <summary>Reads a file, or the standard input for <c>-</c>: the tools by their names.</summary>
    /// <exception cref="UsageException">It cannot be read, or is no list of tools.</exception>
    public static IReadOnlyList<ManifestTool> Read(string path, Func<Stream> openInput)
    {
        var bytes = Bytes(path, openInput);
        try
        {
            // Kept as long as the tools, which are parts of it.
            var root = JsonDocument
                .Parse(bytes, new JsonDocumentOptions { MaxDepth = MostDepth, AllowDuplicateProperties = false })
                .RootElement;
            return Tools(path, ListOf(path, root));
        }
        catch (JsonException failure)
        {
            throw new UsageException(
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"The manifest '{path}' cannot be read from line {(failure.LineNumber ?? 0) + 1} on: it is JSON, with each name of an object once, at most {MostDepth} deep."
                ));
        }
        catch (InvalidOperationException)
        {
            throw new UsageException($"The manifest '{path}' holds half of a surrogate pair; texts are whole characters.");
        }
    }

    private static JsonElement ListOf(string path, JsonElement root)
    {
        var at = root;
        if (at.ValueKind == JsonValueKind.Object && at.TryGetProperty("error", out _) && !at.TryGetProperty("result", out _))
            throw new UsageException($"The manifest '{path}' is the answer of a server that failed; ask it again.");
        if (at.ValueKind == JsonValueKind.Object && at.TryGetProperty("result", out var result))
            at = result;
        if (at.ValueKind == JsonValueKind.Object && at.TryGetProperty("nextCursor", out var next) && next.ValueKind != JsonValueKind.Null)
            throw new UsageException(
                $"The manifest '{path}' is one page of several ('nextCursor'); put the tools of all pages into one list.");
        if (at.ValueKind == JsonValueKind.Object && at.TryGetProperty("tools", out var tools))
            at = tools;
        return at.ValueKind == JsonValueKind.Array
            ? at
            : throw new UsageException($"The manifest '{path}' lists no tools; it is the answer to 'tools/list', its result, or the list.");
    }

    private static List<ManifestTool> Tools(string path, JsonElement list)
    {
        if (list.GetArrayLength() > MostTools)
            throw new UsageException($"The manifest '{path}' lists {list.GetArrayLength()} tools, where at most {MostTools} are taken.");
        var tools = new SortedDictionary<string, ManifestTool>(StringComparer.Ordinal);
        var index = 0;
        foreach (var tool in list.EnumerateArray())
        {
            if (tool.ValueKind != JsonValueKind.Object
                || !tool.TryGetProperty("name", out var name)
                || name.ValueKind != JsonValueKind.String
                || name.GetString() is not { Length: > 0 } text)
                throw new UsageException($"Tool {index} of the manifest '{path}' (from 0) has no name.");
            if (text.Length > LongestName)
                throw new UsageException(
                    $"Tool {index} of the manifest '{path}' (from 0) has a name of {text.Length} characters, where at most {LongestName} are taken."
                );
            if (!tools.TryAdd(text, new ManifestTool(text, tool)))
                throw new UsageException(
                    $"The manifest '{path}' lists two tools with the name '{DisplayText.Visible(text)}'; a call would not say which.");
            index++;
        }
        return [.. tools.Values];
    }

    private static byte[] Bytes(string path, Func<Stream> openInput)
    {
        try
        {
            using var stream = path == "-" ? openInput() : File.OpenRead(path);
            using var bytes = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                bytes.Write(buffer, 0, read);
                if (bytes.Length > MostBytes)
                    throw new UsageException($"The manifest '{path}' is larger than {MostBytes >> 20} MiB.");
            }

            var all = bytes.ToArray();
            return all.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? all[3..] : all;
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw FileFailure.Unreadable($"The manifest '{path}'", path, failure);
        }
    }
}
