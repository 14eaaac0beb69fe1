using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using AirsPolicy.Collections;
using AirsPolicy.Hosting.Evidence;

namespace AirsPolicy.Storage.Sqlite;

/// <summary>The content of a leaf as it stands in its row: the salt, and each field behind the lengths of its name and value.</summary>
internal static class ContentBytes
{
    private const int Salt = 32;

    public static void Write(StoredContent content, IBufferWriter<byte> output)
    {
        output.Write(content.Salt.Span);
        foreach (var field in content.Fields)
        {
            WriteLength(output, field.Name.Length);
            Encoding.ASCII.GetBytes(field.Name, output);
            WriteLength(output, field.Value.Length);
            output.Write(field.Value.Span);
        }
    }

    /// <exception cref="InvalidDataException">It is not what <see cref="Write"/> writes.</exception>
    public static StoredContent Read(ReadOnlyMemory<byte> bytes)
    {
        var salt = Take(ref bytes, Salt);
        var fields = new List<ContentField>();
        while (!bytes.IsEmpty)
        {
            var name = Encoding.ASCII.GetString(Take(ref bytes, ReadLength(ref bytes)).Span);
            fields.Add(new ContentField(name, Take(ref bytes, ReadLength(ref bytes))));
        }
        return new StoredContent(salt, fields.ToValueList());
    }

    private static void WriteLength(IBufferWriter<byte> output, int length)
    {
        BinaryPrimitives.WriteInt32LittleEndian(output.GetSpan(sizeof(int)), length);
        output.Advance(sizeof(int));
    }

    private static int ReadLength(ref ReadOnlyMemory<byte> bytes) =>
        BinaryPrimitives.ReadInt32LittleEndian(Take(ref bytes, sizeof(int)).Span);

    private static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> bytes, int length)
    {
        if (length < 0 || length > bytes.Length)
            throw new InvalidDataException("The content of a leaf is damaged.");
        var taken = bytes[..length];
        bytes = bytes[length..];
        return taken;
    }
}
