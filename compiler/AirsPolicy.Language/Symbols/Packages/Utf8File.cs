using System.Globalization;
using System.Text;

namespace AirsPolicy.Language.Symbols.Packages;

/// <summary>Reads whole files of UTF-8 text within a bound.</summary>
internal static class Utf8File
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// The bytes of a file, or null where they are more than <paramref name="limit"/>. Reads at most one byte more than that.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static byte[]? ReadBytes(string path, int limit)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        return ReadBytes(file, limit);
    }

    /// <summary>The same of a stream, from where it stands.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static byte[]? ReadBytes(Stream file, int limit)
    {
        if (file.CanSeek && file.Length > limit)
            return null;
        // Not every file knows its length, and one may grow while it is read.
        var bytes = new byte[file.CanSeek ? (int)file.Length + 1 : 64 * 1024];
        var count = 0;
        for (int read; (read = file.Read(bytes, count, bytes.Length - count)) > 0;)
        {
            count += read;
            if (count > limit)
                return null;
            if (count == bytes.Length)
                Array.Resize(ref bytes, Math.Min(bytes.Length * 2, limit + 1));
        }

        Array.Resize(ref bytes, count);
        return bytes;
    }

    /// <summary>The text of the bytes without byte order mark, or null with a clause that says which byte is none of UTF-8 text.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, out string? problem)
    {
        problem = null;
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
            bytes = bytes[3..];
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            problem = "it is UTF-16";
            return null;
        }

        var zero = bytes.IndexOf((byte)0);
        if (zero >= 0)
        {
            problem = string.Create(CultureInfo.InvariantCulture, $"byte {zero} is 0, which no text holds");
            return null;
        }

        try
        {
            return s_strict.GetString(bytes);
        }
        catch (DecoderFallbackException fallback)
        {
            problem = string.Create(
                CultureInfo.InvariantCulture,
                $"byte {Math.Max(fallback.Index, 0)} (0x{fallback.BytesUnknown?[0] ?? 0:X2}) begins no character");
            return null;
        }
    }

    /// <summary>A clause for the reason why a file could not be read, free of paths and of the platform's words.</summary>
    public static string Reason(Exception failure) => failure switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        UnauthorizedAccessException => "it may not be read",
        PathTooLongException => "its path is too long",
        _ => "reading it failed",
    };
}
