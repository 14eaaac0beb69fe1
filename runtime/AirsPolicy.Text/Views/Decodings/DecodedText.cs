using System.Text;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Views.Decodings;

/// <summary>Tells bytes that are a text from bytes that came of reading something else as an encoding.</summary>
internal static class DecodedText
{
    /// <summary>
    /// The UTF-16 units of the first <paramref name="count"/> bytes, or 0 where they are no text: not UTF-8, controls, or signs for the
    /// most part.
    /// </summary>
    public static int Read(int count, ReadOnlySpan<byte> bytes, Span<char> characters)
    {
        var (length, words) = (0, 0);
        for (var rest = bytes[..count]; !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf8(rest, out var rune, out var used) != System.Buffers.OperationStatus.Done) return 0;
            if (rune.Value < ' ' && rune.Value is not ('\t' or '\n' or '\r') || rune.Value == 0x7F) return 0;
            if (CharacterTables.IsWord(rune.Value) || CharacterTables.IsSpace(rune.Value)) words++;
            length += rune.EncodeToUtf16(characters[length..]);
            rest = rest[used..];
        }
        return 4 * words >= 3 * length ? length : 2 * words >= length && count >= 32 ? length : 0;
    }
}
