using System.Buffers.Binary;
using System.Text;

namespace AirsPolicy.Runtime.Bundles.Zip;

/// <summary>
/// Reads the archives that <see cref="ZipWriter"/> writes and nothing else: stored entries one behind the other, then the directory,
/// then the end, with not a byte between or behind. What a ZIP could hide from one reader and show another has no place in it.
/// </summary>
internal static class ZipReader
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The entries, which share the bytes of the archive.</summary>
    /// <exception cref="InvalidDataException">The bytes are no such archive; the message says why.</exception>
    public static IReadOnlyList<ZipEntry> Read(ReadOnlyMemory<byte> archive)
    {
        var bytes = archive.Span;
        var (count, directory) = ReadEnd(bytes);
        var entries = new List<ZipEntry>(count);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var local = 0;
        for (var i = 0; i < count; i++)
        {
            var (name, content, central) = ReadEntry(archive, directory, local);
            if (!names.Add(name))
                throw new InvalidDataException($"The bundle holds '{name}' twice.");
            entries.Add(new ZipEntry(name, content));
            directory += central;
            local += ZipLayout.LocalSize + central - ZipLayout.CentralSize + content.Length;
        }
        if (directory != bytes.Length - ZipLayout.EndSize || local != DirectoryStart(bytes))
            throw new InvalidDataException("The bundle holds bytes that belong to no entry.");
        return entries;
    }

    private static (int Count, int Directory) ReadEnd(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > BundleFormat.MaxBytes)
            throw new InvalidDataException($"The bundle takes {bytes.Length} bytes, where at most {BundleFormat.MaxBytes} are read.");
        if (bytes.Length < ZipLayout.EndSize || UInt32(bytes, bytes.Length - ZipLayout.EndSize) != ZipLayout.EndSignature)
            throw new InvalidDataException("The bundle does not end as one: it is cut short, or bytes follow it.");
        var end = bytes[^ZipLayout.EndSize..];
        var count = UInt16(end, 10);
        if (UInt32(end, 4) != 0 || UInt16(end, 8) != count || UInt16(end, 20) != 0)
            throw new InvalidDataException("The bundle is not one plain archive.");
        if (count > BundleFormat.MaxEntries)
            throw new InvalidDataException($"The bundle has {count} entries, where at most {BundleFormat.MaxEntries} are read.");
        var start = DirectoryStart(bytes);
        if (start > bytes.Length - ZipLayout.EndSize || UInt32(end, 12) != bytes.Length - ZipLayout.EndSize - start)
            throw new InvalidDataException("The directory of the bundle does not lie where it says.");
        return (count, (int)start);
    }

    private static (string Name, ReadOnlyMemory<byte> Content, int Central) ReadEntry(
        ReadOnlyMemory<byte> archive,
        int directory,
        int local)
    {
        var bytes = archive.Span;
        var start = DirectoryStart(bytes);
        if (bytes.Length - ZipLayout.EndSize - directory < ZipLayout.CentralSize || UInt32(bytes, directory) != ZipLayout.CentralSignature)
            throw new InvalidDataException("The directory of the bundle is cut short.");
        var entry = bytes[directory..];
        if (UInt16(entry, 10) != 0)
            throw new InvalidDataException("The bundle holds a compressed entry; its entries are stored.");
        var length = UInt32(entry, 24);
        var nameLength = UInt16(entry, 28);
        if (UInt16(entry, 4) != ZipLayout.Version
            || UInt32(entry, 20) != length
            || UInt16(entry, 8) != ZipLayout.Flags
            || UInt32(entry, 42) != local
            || Rest(entry) != 0)
            throw new InvalidDataException("The bundle holds an entry that is not plainly stored.");
        if (nameLength > BundleFormat.MaxNameBytes || bytes.Length - ZipLayout.EndSize - directory - ZipLayout.CentralSize < nameLength)
            throw new InvalidDataException("The bundle holds a name that is too long.");
        if (start - local < ZipLayout.LocalSize + nameLength + (long)length)
            throw new InvalidDataException("The bundle holds an entry that runs past its end.");
        var name = entry.Slice(ZipLayout.CentralSize, nameLength);
        var content = archive.Slice(local + ZipLayout.LocalSize + nameLength, (int)length);
        // The local header repeats the directory from the version on; two answers to one question are one too many.
        if (UInt32(bytes, local) != ZipLayout.LocalSignature
            || !bytes.Slice(local + 4, ZipLayout.LocalSize - 4).SequenceEqual(entry.Slice(6, ZipLayout.LocalSize - 4))
            || !bytes.Slice(local + ZipLayout.LocalSize, nameLength).SequenceEqual(name))
            throw new InvalidDataException("The bundle's directory and entries disagree.");
        if (Crc32.Of(content.Span) != UInt32(entry, 16))
            throw new InvalidDataException("The bundle holds an entry whose check sum is not that of its bytes.");
        return (EntryName(name), content, ZipLayout.CentralSize + nameLength);
    }

    // Extra field, comment, disk and attributes: nothing we write, and nothing we read.
    private static long Rest(ReadOnlySpan<byte> entry) =>
        UInt32(entry, 30) | UInt32(entry, 34) | UInt32(entry, 38);

    private static string EntryName(ReadOnlySpan<byte> bytes)
    {
        string name;
        try
        {
            name = s_strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException("The bundle holds a name that is not UTF-8.");
        }
        return IsPlain(name)
            ? name
            : throw new InvalidDataException($"The bundle holds the path '{name}', which does not lie plainly inside it.");
    }

    private static bool IsPlain(string name) =>
        name.Length > 0
        && !name.AsSpan().ContainsAny('\\', ':', '\0')
        && !name.Any(char.IsControl)
        && name.Split('/').All(part => part is not ("" or "." or ".."));

    private static long DirectoryStart(ReadOnlySpan<byte> bytes) => UInt32(bytes, bytes.Length - 6);

    private static ushort UInt16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint UInt32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
