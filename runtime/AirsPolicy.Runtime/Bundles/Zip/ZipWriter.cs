using System.Buffers.Binary;
using System.Text;

namespace AirsPolicy.Runtime.Bundles.Zip;

/// <summary>
/// Writes an archive whose bytes depend on names and contents alone: entries are stored, in the order given, at one fixed time.
/// </summary>
internal static class ZipWriter
{
    /// <summary>The bytes of an archive.</summary>
    /// <param name="entries">The entries, in order, each name once.</param>
    public static byte[] Write(IReadOnlyList<ZipEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        using var archive = new MemoryStream();
        using var directory = new MemoryStream();
        foreach (var entry in entries)
        {
            var name = Encoding.UTF8.GetBytes(entry.Name);
            WriteHeader(directory, ZipLayout.CentralSignature, entry, name, checked((uint)archive.Position));
            WriteHeader(archive, ZipLayout.LocalSignature, entry, name, offset: null);
            archive.Write(entry.Content.Span);
        }
        var start = checked((uint)archive.Position);
        directory.WriteTo(archive);
        WriteEnd(archive, checked((ushort)entries.Count), checked((uint)directory.Length), start);
        return archive.ToArray();
    }

    private static void WriteHeader(MemoryStream stream, uint signature, in ZipEntry entry, byte[] name, uint? offset)
    {
        Span<byte> header = stackalloc byte[ZipLayout.CentralSize];
        header.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header, signature);
        var at = 4;
        if (offset is not null)
            Put(header, ref at, ZipLayout.Version);
        Put(header, ref at, ZipLayout.Version);
        Put(header, ref at, ZipLayout.Flags);
        Put(header, ref at, 0);
        Put(header, ref at, 0);
        Put(header, ref at, ZipLayout.Date);
        BinaryPrimitives.WriteUInt32LittleEndian(header[at..], Crc32.Of(entry.Content.Span));
        BinaryPrimitives.WriteInt32LittleEndian(header[(at + 4)..], entry.Content.Length);
        BinaryPrimitives.WriteInt32LittleEndian(header[(at + 8)..], entry.Content.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(header[(at + 12)..], checked((ushort)name.Length));
        if (offset is { } place)
            BinaryPrimitives.WriteUInt32LittleEndian(header[42..], place);
        stream.Write(header[..(offset is null ? ZipLayout.LocalSize : ZipLayout.CentralSize)]);
        stream.Write(name);
    }

    private static void WriteEnd(MemoryStream stream, ushort count, uint size, uint start)
    {
        Span<byte> end = stackalloc byte[ZipLayout.EndSize];
        end.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(end, ZipLayout.EndSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], count);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], count);
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], size);
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], start);
        stream.Write(end);
    }

    private static void Put(Span<byte> header, ref int at, ushort value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(header[at..], value);
        at += 2;
    }
}
