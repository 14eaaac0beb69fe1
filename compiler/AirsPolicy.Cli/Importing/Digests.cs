using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace AirsPolicy.Cli.Importing;

/// <summary>Digests of what a manifest says, which the order of members and white space do not change.</summary>
internal static class Digests
{
    private const int ShownDigits = 16;

    // What a change is named by. Everything else of a tool is the last part, so that no change goes unseen.
    private static readonly (string Member, string Part)[] s_parts =
    [
        ("title", "title"),
        ("description", "description"),
        ("inputSchema", "input"),
        ("outputSchema", "output"),
        ("annotations", "annotations"),
    ];

    /// <summary>The names of the parts.</summary>
    public static IEnumerable<string> Parts => s_parts.Select(part => part.Part).Append("other");

    /// <summary>SHA-256 over all tools by their names, in hexadecimal digits.</summary>
    public static string Of(IEnumerable<ManifestTool> tools)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var tool in tools)
            hash.AppendData(Canonical(tool.Json, _ => true));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The first digits of the digest of each part of a tool; <c>-</c> for one that it does not have.</summary>
    public static IReadOnlyDictionary<string, string> PartsOf(ManifestTool tool)
    {
        var digests = s_parts.ToDictionary(
            part => part.Part,
            part => tool.Member(part.Member) is { } value ? Short(Canonical(value, _ => true)) : "-",
            StringComparer.Ordinal);
        digests.Add("other", Short(Canonical(tool.Json, name => name != "name" && !Array.Exists(s_parts, part => part.Member == name))));
        return digests;
    }

    private static string Short(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..ShownDigits];

    private static byte[] Canonical(JsonElement json, Func<string, bool> isMember)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
            Write(json, writer, isMember);
        return bytes.WrittenSpan.ToArray();
    }

    // As deep as the manifest, which has been bounded when it was read.
    private static void Write(JsonElement json, Utf8JsonWriter writer, Func<string, bool> isMember)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (
                    var member in json.EnumerateObject()
                        .Where(member => isMember(member.Name))
                        .OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    Write(member.Value, writer, _ => true);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in json.EnumerateArray())
                    Write(item, writer, _ => true);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(json.GetRawText());
                break;
            default:
                json.WriteTo(writer);
                break;
        }
    }
}
