using System.Buffers.Binary;
using System.Reflection.PortableExecutable;
using System.Text;

namespace AirsPolicy.Hosting.Loading.Images;

/// <summary>
/// The form of the file: instructions and metadata, nothing native, and one way only to read it. A file that two readers could read in two
/// ways would be checked as one thing and loaded as another.
/// </summary>
internal static class ImageForm
{
    // In this order the compiler writes them. A second one of a name is where readers differ.
    private static readonly string[] s_streams = ["#~", "#Strings", "#US", "#GUID", "#Blob"];

    // A name of metadata that is longer cannot be loaded.
    private const int MaxName = 1_023;

    /// <exception cref="InvalidDataException">It has another form.</exception>
    public static void Check(PEReader file, ReadOnlySpan<byte> image)
    {
        var headers = file.PEHeaders;
        if (headers is not { CorHeader: { } header, PEHeader: { Magic: PEMagic.PE32 } native, IsDll: true } || !file.HasMetadata)
            throw ImageCheck.Refused("is no library with metadata");
        if (header.Flags != CorFlags.ILOnly || header.EntryPointTokenOrRelativeVirtualAddress != 0
            || OfCode(header).Any(IsThere) || OfFile(native).Any(IsThere))
            throw ImageCheck.Refused("holds native code, resources or an entry point");
        if (!headers.SectionHeaders.Select(section => section.Name).SequenceEqual([".text", ".reloc"], StringComparer.Ordinal))
            throw ImageCheck.Refused("has other sections");
        CheckStreams(image.Slice(headers.MetadataStartOffset, headers.MetadataSize));
    }

    private static DirectoryEntry[] OfCode(CorHeader header) =>
    [
        header.ResourcesDirectory, header.StrongNameSignatureDirectory, header.CodeManagerTableDirectory, header.VtableFixupsDirectory,
        header.ExportAddressTableJumpsDirectory, header.ManagedNativeHeaderDirectory,
    ];

    private static DirectoryEntry[] OfFile(PEHeader header) =>
    [
        header.ExportTableDirectory, header.ResourceTableDirectory, header.ExceptionTableDirectory, header.CertificateTableDirectory,
        header.DebugTableDirectory, header.CopyrightTableDirectory, header.GlobalPointerTableDirectory,
        header.ThreadLocalStorageTableDirectory, header.LoadConfigTableDirectory, header.BoundImportTableDirectory,
        header.DelayImportTableDirectory,
    ];

    private static bool IsThere(DirectoryEntry entry) => entry.Size != 0 || entry.RelativeVirtualAddress != 0;

    // ECMA-335, II.24.2.1: a signature, versions, a version text and its length, flags, and then offset, size and name of each stream.
    private static void CheckStreams(ReadOnlySpan<byte> metadata)
    {
        var at = 16 + BinaryPrimitives.ReadInt32LittleEndian(metadata[12..]);
        if (BinaryPrimitives.ReadUInt16LittleEndian(metadata[(at + 2)..]) != s_streams.Length)
            throw ImageCheck.Refused("has other streams");
        (at, var end) = (at + 4, 0);
        foreach (var name in s_streams)
        {
            var start = BinaryPrimitives.ReadInt32LittleEndian(metadata[at..]);
            var size = BinaryPrimitives.ReadInt32LittleEndian(metadata[(at + 4)..]);
            if (!metadata[(at + 8)..].StartsWith(Encoding.ASCII.GetBytes($"{name}\0")) || start < end || size < 0)
                throw ImageCheck.Refused("has other streams");
            if (name == "#Strings")
                CheckNames(metadata.Slice(start, size));
            (at, end) = (at + 8 + ((name.Length + 4) & ~3), checked(start + size));
        }
    }

    // Without this bound a name that many rows share would be read once for each of them.
    private static void CheckNames(ReadOnlySpan<byte> names)
    {
        foreach (var name in names.Split((byte)0))
        {
            if (name.End.Value - name.Start.Value > MaxName)
                throw ImageCheck.Refused("holds a name that is too long");
        }
    }
}
