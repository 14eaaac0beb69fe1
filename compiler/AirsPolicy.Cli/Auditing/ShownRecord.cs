using System.Text;
using AirsPolicy.Hosting.Evidence;

namespace AirsPolicy.Cli.Auditing;

/// <summary>A record as it is shown.</summary>
/// <param name="Bytes">The leaf as it stands in the log.</param>
/// <param name="Content">What is kept of its content; null where there is none.</param>
internal sealed record ShownRecord(EvidenceLeaf Leaf, byte[] Bytes, StoredContent? Content)
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Who did it, where that is kept.</summary>
    public string? By => Fields().Where(kept => kept.Name is "by" or "user" or "agent").Select(kept => kept.Text).FirstOrDefault();

    /// <summary>The fields that are kept, as text; what is no text in base64.</summary>
    public IEnumerable<(string Name, string Text)> Fields() =>
        Content is null ? [] : Content.Fields.Select(field => (field.Name, TextOf(field.Value.Span)));

    private static string TextOf(ReadOnlySpan<byte> value)
    {
        try
        {
            return s_strict.GetString(value);
        }
        catch (DecoderFallbackException)
        {
            return $"base64:{Convert.ToBase64String(value)}";
        }
    }
}
