using System.Security.Cryptography;
using System.Text;
using AirsPolicy.Collections;

namespace AirsPolicy.Hosting.Evidence;

/// <summary>
/// The content of a record and the salt of its commitments. It is stored apart from the leaf and deleted whole, the salt with it: who kept
/// the salt could try values until one fits.
/// </summary>
/// <param name="Salt">32 random bytes, of this record alone.</param>
/// <param name="Fields">What the leaf commits to, in the ordinal order of the names.</param>
public sealed record StoredContent(ReadOnlyMemory<byte> Salt, ValueList<ContentField> Fields)
{
    /// <summary>The most bytes that the values of a record take together.</summary>
    public const int MaxBytes = 8 << 20;

    /// <summary>The most content fields of a record.</summary>
    public const int MaxFields = 64;

    /// <summary>The content of a record under a new salt; null where the record has none.</summary>
    /// <exception cref="ArgumentException">
    /// A name is not of the form of one, or stands twice, or the values take more than <see cref="MaxBytes"/>.
    /// </exception>
    public static StoredContent? Of(EvidenceRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Content.Count == 0)
            return null;
        var fields = record.Content.OrderBy(field => field.Name, StringComparer.Ordinal).ToValueList();
        for (var i = 0; i < fields.Count; i++)
        {
            if (!EvidenceNames.IsField(fields[i].Name) || i > 0 && fields[i].Name == fields[i - 1].Name)
                throw new ArgumentException($"'{fields[i].Name}' is no name of a content field, or stands twice.", nameof(record));
        }
        if (fields.Count > MaxFields || fields.Sum(field => (long)field.Value.Length) > MaxBytes)
            throw new ArgumentException($"A record has {MaxFields} content fields of {MaxBytes} bytes together at most.", nameof(record));
        return new StoredContent(RandomNumberGenerator.GetBytes(EvidenceNames.HashSize), fields);
    }

    /// <summary>Works out what a leaf holds of a value: 32 bytes.</summary>
    // A field's key is of its record and its name alone. So equal values give commitments that have nothing in common, and who is shown a
    // field with its key learns nothing of another: SHA-256 behind 32 secret bytes gives keys that look random, and what length extension
    // makes of one is the key of no name. Keys of one length make HMAC collide only where SHA-256 does: a commitment binds.
    internal static void Commit(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, Span<byte> commitment)
    {
        Span<byte> salted = stackalloc byte[EvidenceNames.HashSize + EvidenceNames.MaxField];
        salt.CopyTo(salted);
        name.CopyTo(salted[salt.Length..]);
        Span<byte> key = stackalloc byte[EvidenceNames.HashSize];
        SHA256.HashData(salted[..(salt.Length + name.Length)], key);
        HMACSHA256.HashData(key, value, commitment);
    }

    internal void Commit(ContentField field, Span<byte> commitment)
    {
        Span<byte> name = stackalloc byte[EvidenceNames.MaxField];
        Commit(Salt.Span, name[..Encoding.ASCII.GetBytes(field.Name, name)], field.Value.Span, commitment);
    }
}
