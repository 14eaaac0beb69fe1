using System.Text;
using System.Text.Unicode;

namespace AirsPolicy.Extensions.AI.Contents;

/// <summary>What data are, by their first bytes and not by what is said of them.</summary>
internal static class MediaTypes
{
    /// <summary>What nobody recognizes.</summary>
    public const string Unknown = "application/octet-stream";

    private static readonly (byte[] Begin, string Type)[] s_begins =
    [
        ([0x89, 0x50, 0x4E, 0x47], "image/png"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        ("GIF8"u8.ToArray(), "image/gif"),
        ("%PDF-"u8.ToArray(), "application/pdf"),
        ([0x50, 0x4B, 0x03, 0x04], "application/zip"),
        ([0x1F, 0x8B], "application/gzip"),
        ([0x4D, 0x5A], "application/vnd.microsoft.portable-executable"),
        ([0x7F, 0x45, 0x4C, 0x46], "application/x-elf"),
        ("OggS"u8.ToArray(), "audio/ogg"),
        ("ID3"u8.ToArray(), "audio/mpeg"),
    ];

    /// <summary>The type of data. Text in UTF-8 without control characters has the type that is declared, if that is one of text.</summary>
    public static string Detect(ReadOnlySpan<byte> data, string declared)
    {
        foreach (var (begin, type) in s_begins)
        {
            if (data.StartsWith(begin))
                return type;
        }
        if (data.Length > 11 && data.StartsWith("RIFF"u8))
            return data[8..12].SequenceEqual("WEBP"u8) ? "image/webp" : data[8..12].SequenceEqual("WAVE"u8) ? "audio/wav" : Unknown;
        return !IsText(data) ? Unknown : IsDeclaredText(declared) ? declared : "text/plain";
    }

    /// <summary>The text that data hold; null where they hold none.</summary>
    public static string? TextOf(ReadOnlySpan<byte> data) => IsText(data) ? Encoding.UTF8.GetString(data) : null;

    private static bool IsText(ReadOnlySpan<byte> data) =>
        Utf8.IsValid(data) && data.IndexOfAnyInRange((byte)0, (byte)8) < 0;

    private static bool IsDeclaredText(string type) =>
        type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
        || type is "application/json" or "application/xml" or "image/svg+xml" or "application/yaml";
}
