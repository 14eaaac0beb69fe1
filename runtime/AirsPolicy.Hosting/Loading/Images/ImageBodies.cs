using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace AirsPolicy.Hosting.Loading.Images;

/// <summary>
/// Where instructions stand: each body whole in the section of code, none across another, none with a handler. The constructor, which runs
/// before anything has been decided, does nothing. What the other instructions do is looked at by <see cref="ImageCode"/>.
/// </summary>
[RequiresUnreferencedCode(CodeLoading.Reason)]
internal static class ImageBodies
{
    // ECMA-335, II.25.4: the forms of a body's head.
    private const int FormMask = 3;
    private const int Tiny = 2;
    private const int Fat = 3;
    private const int MoreSections = 8;
    private const int FatHead = 12;

    /// <exception cref="InvalidDataException">A body is of another form.</exception>
    public static void Check(PEReader file, ImageNames names)
    {
        CheckLocals(names);
        var (reader, last) = (names.Reader, (Start: -1, End: 0));
        foreach (var method in reader.MethodDefinitions.Select(reader.GetMethodDefinition).OrderBy(method => method.RelativeVirtualAddress))
        {
            var start = method.RelativeVirtualAddress;
            // Methods that do the same may share a body, and only then.
            if (start != last.Start)
            {
                if (start < last.End)
                    throw ImageCheck.Refused("has instructions that stand across each other");
                last = (start, start + SizeOf(file, start));
            }
            if (method.Attributes.HasFlag(MethodAttributes.RTSpecialName))
                CheckConstructor(file, names, start);
        }
    }

    // One row for a method at most, and together no longer than all that there is, so that no bytes are read again and again.
    private static void CheckLocals(ImageNames names)
    {
        var (reader, left) = (names.Reader, names.Reader.GetHeapSize(HeapIndex.Blob));
        for (var row = 1; row <= reader.GetTableRowCount(TableIndex.StandAloneSig); row++)
        {
            var signature = reader.GetStandaloneSignature(MetadataTokens.StandaloneSignatureHandle(row)).Signature;
            left -= reader.GetBlobReader(signature).Length + 1;
            if (left < 0)
                throw ImageCheck.Refused("has signatures that stand across each other");
            names.Locals(signature);
        }
    }

    private static int SizeOf(PEReader file, int start)
    {
        var section = file.PEHeaders.SectionHeaders[0];
        if (start < section.VirtualAddress || start >= section.VirtualAddress + Math.Min(section.VirtualSize, section.SizeOfRawData))
            throw ImageCheck.Refused("has a method without instructions");
        var code = file.GetSectionData(start).GetReader();
        var (first, size) = (code.ReadByte(), 0);
        if ((first & FormMask) == Tiny)
            size = 1 + (first >> 2);
        else if ((first & (FormMask | MoreSections)) == Fat && code.ReadByte() >> 4 == FatHead / sizeof(int))
            size = FatHead + ReadSize(code);
        else
            throw ImageCheck.Refused("has a handler of exceptions, or instructions of another form");
        return size > code.Length || size < 0 ? throw ImageCheck.Refused("has instructions that do not end") : size;
    }

    // Behind flags and the greatest height of the stack.
    private static int ReadSize(BlobReader code)
    {
        _ = code.ReadUInt16();
        return checked((int)code.ReadUInt32());
    }

    private static void CheckConstructor(PEReader file, ImageNames names, int start)
    {
        var code = file.GetSectionData(start).GetReader();
        if (code.ReadByte() != ((7 << 2) | Tiny) || code.ReadByte() != (byte)ILOpCode.Ldarg_0 || code.ReadByte() != (byte)ILOpCode.Call
            || MetadataTokens.EntityHandle(code.ReadInt32()) is not { Kind: HandleKind.MemberReference } called
            || names.Member(names.Reader.GetMemberReference((MemberReferenceHandle)called)) != PolicyMembers.Inherited
            || code.ReadByte() != (byte)ILOpCode.Ret)
            throw ImageCheck.Refused("has a constructor that does something");
    }
}
