using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;

namespace AirsPolicy.Compiler.Compilation;

/// <summary>
/// Takes the debug directory out of an assembly that was emitted together with symbols, and identifies it anew by what is left. The
/// directory names the compiler's own PDB, which differs from machine to machine, and so do the identities that the compiler makes of it.
/// </summary>
internal static class ImageWriter
{
    // The directories follow the fixed fields of the optional header (PE format), eight bytes each; the seventh is that of debugging.
    private const int FixedFields32 = 96;
    private const int FixedFields64 = 112;
    private const int DebugDirectory = 6 * 8;
    private const int DirectorySize = 8;

    private const int GuidSize = 16;
    private const int StampInHeader = 4;

    /// <summary>The assembly without debug information; its layout stays as it is.</summary>
    public static ImmutableArray<byte> Strip(byte[] image)
    {
        using var portable = new PEReader([.. image]);
        var headers = portable.PEHeaders;
        foreach (var entry in portable.ReadDebugDirectory())
            Clear(image, entry.DataPointer, entry.DataSize);
        var directory = headers.PEHeader!.DebugTableDirectory;
        if (headers.TryGetDirectoryOffset(directory, out var entries))
            Clear(image, entries, directory.Size);
        var fixedFields = headers.PEHeader.Magic == PEMagic.PE32 ? FixedFields32 : FixedFields64;
        Clear(image, headers.PEHeaderStartOffset + fixedFields + DebugDirectory, DirectorySize);
        Identify(
            image,
            headers.CoffHeaderStartOffset + StampInHeader,
            headers.MetadataStartOffset + MvidOffset(portable.GetMetadataReader()));
        return [.. image];
    }

    private static void Identify(byte[] image, int stamp, int mvid)
    {
        Clear(image, stamp, sizeof(uint));
        Clear(image, mvid, GuidSize);
        var id = BlobContentId.FromHash(SHA256.HashData(image));
        BinaryPrimitives.WriteUInt32LittleEndian(image.AsSpan(stamp), id.Stamp);
        id.Guid.TryWriteBytes(image.AsSpan(mvid));
    }

    // Identities are numbered from 1.
    private static int MvidOffset(MetadataReader reader) =>
        reader.GetHeapMetadataOffset(HeapIndex.Guid) + ((MetadataTokens.GetHeapOffset(reader.GetModuleDefinition().Mvid) - 1) * GuidSize);

    private static void Clear(byte[] image, int start, int length) => image.AsSpan(start, length).Clear();
}
