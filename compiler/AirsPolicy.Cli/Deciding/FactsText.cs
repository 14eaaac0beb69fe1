using System.Globalization;
using System.Text;
using System.Text.Json;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Cli.Deciding;

/// <summary>The facts of one request as they come from a file, with what a host would add: the tool and the time.</summary>
internal static class FactsText
{
    // What a frame takes is less; the rest of the facts' limits is the reader's.
    private const int MostBytes = 64 << 20;

    /// <summary>Reads a file, or the standard input for <c>-</c>.</summary>
    /// <exception cref="UsageException">There is no such file, or it cannot be read.</exception>
    public static string Read(string path, Func<Stream> openInput)
    {
        try
        {
            using var stream = path == "-" ? openInput() : File.OpenRead(path);
            var bytes = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                bytes.Write(buffer, 0, read);
                if (bytes.Length > MostBytes)
                    throw new UsageException($"The facts in '{path}' are larger than {MostBytes >> 20} MiB.");
            }

            return new UTF8Encoding(false, throwOnInvalidBytes: true)
                .GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length))
                .TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException($"The facts in '{path}' are not UTF-8; JSON is.");
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw FileFailure.Unreadable($"The facts in '{path}'", path, failure);
        }
    }

    /// <summary>
    /// Adds the tool and the time where the facts leave them out. What is no JSON object stays as it is, and is refused later.
    /// </summary>
    /// <exception cref="UsageException">The facts name another tool.</exception>
    public static string Complete(string facts, string? tool, SystemModel? system, DateTimeOffset now)
    {
        if (Members(facts) is not { } members)
            return facts;
        if (tool is not null && members.Contains("tool"))
            throw new UsageException("The facts name a tool themselves; leave out --tool.");
        var missing = FromHost(tool, system, now)
            .Where(fact => !members.Contains(fact.Name))
            .Select(fact => $"\"{fact.Name}\":{fact.Value}")
            .ToList();
        if (missing.Count == 0)
            return facts;
        // Into the text and not into a tree, so that every number keeps its digits.
        var open = facts.IndexOf('{', StringComparison.Ordinal) + 1;
        return $"{facts[..open]}{string.Join(',', missing)}{(members.Count == 0 ? "" : ",")}{facts[open..]}";
    }

    private static IEnumerable<(string Name, string Value)> FromHost(string? tool, SystemModel? system, DateTimeOffset now)
    {
        if (tool is not null)
            yield return ("tool", $"\"{JsonEncodedText.Encode(tool)}\"");
        var local = TimeZoneInfo.TryFindSystemTimeZoneById(system?.Zone ?? "UTC", out var zone) ? TimeZoneInfo.ConvertTime(now, zone) : now;
        yield return ("now", $"\"{now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture)}\"");
        yield return ("today", $"\"{local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\"");
        yield return ("time_of_day", $"\"{DurationText.Format(local.TimeOfDay.Ticks)}\"");
        if (system is { Tier: null })
            yield return ("system", $"{{\"tier\":\"{DecisionPoints.Tiers.Names[^1]}\"}}");
        yield return ("request", $"{{\"id\":\"airs-{now.UtcTicks.ToString(CultureInfo.InvariantCulture)}\"}}");
    }

    private static HashSet<string>? Members(string facts)
    {
        try
        {
            using var document = JsonDocument.Parse(facts);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.EnumerateObject().Select(member => member.Name).ToHashSet(StringComparer.Ordinal)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // A name that holds half of a surrogate pair has no text; the reader of facts says so.
            return null;
        }
    }
}
