using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using AirsPolicy.Collections;

namespace AirsPolicy.Hosting.Evidence;

/// <summary>A record as it stands in the tree: canonical JSON in UTF-8, of which each record has one form alone.</summary>
/// <param name="Seq">Its index in the tree.</param>
/// <param name="Time">When it happened, in UTC.</param>
public sealed record EvidenceLeaf(long Seq, DateTimeOffset Time, EvidenceKind Kind)
{
    /// <summary>The most bytes of a leaf: what an entry bundle can say of a length.</summary>
    public const int MaxBytes = ushort.MaxValue;

    internal const int TimeLength = 28;

    /// <inheritdoc cref="EvidenceRecord.Point"/>
    public string? Point { get; init; }

    /// <inheritdoc cref="EvidenceRecord.Outcome"/>
    public string? Outcome { get; init; }

    /// <summary>The names of the controls that fired, in ordinal order.</summary>
    public ValueList<string> Controls { get; init; }

    /// <inheritdoc cref="EvidenceRecord.Request"/>
    public string? Request { get; init; }

    /// <inheritdoc cref="EvidenceRecord.Held"/>
    public long? Held { get; init; }

    /// <inheritdoc cref="EvidenceRecord.Bundle"/>
    public string? Bundle { get; init; }

    /// <inheritdoc cref="EvidenceRecord.Lost"/>
    public long? Lost { get; init; }

    /// <summary>The commitments to the content, in the ordinal order of the names.</summary>
    public ValueList<Commitment> Content { get; init; }

    /// <summary>Writes a record as a leaf.</summary>
    /// <param name="seq">Its index in the tree.</param>
    /// <param name="content">What <see cref="StoredContent.Of"/> gave for the record.</param>
    /// <exception cref="ArgumentException">
    /// A member is not of its form, or the leaf is longer than <see cref="MaxBytes"/>; nothing was written.
    /// </exception>
    public static byte[] Write(long seq, EvidenceRecord record, StoredContent? content)
    {
        ArgumentNullException.ThrowIfNull(record);
        return LeafWriter.Write(seq, record, content);
    }

    /// <summary>Reads a leaf. What is not written exactly as <see cref="Write"/> does is refused.</summary>
    /// <param name="reason">Why it is refused, in words that go on a sentence.</param>
    public static bool TryRead(
        ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out EvidenceLeaf? leaf, [NotNullWhen(false)] out string? reason)
    {
        leaf = LeafReader.TryRead(bytes, out var parts, out reason) ? Of(parts) : null;
        return leaf is not null;
    }

    private static EvidenceLeaf Of(LeafParts parts) => new(parts.Seq, new DateTimeOffset(parts.Time, TimeSpan.Zero), parts.Kind)
    {
        Point = Text(parts.Point),
        Outcome = Text(parts.Outcome),
        Controls = Names(parts.Controls),
        Request = parts.HasRequest ? LeafText.Read(parts.Request) : null,
        Held = parts.Held,
        Bundle = Text(parts.Bundle),
        Lost = parts.Lost,
        Content = Commitments(parts.Content),
    };

    private static string? Text(ReadOnlySpan<byte> ascii) => ascii.IsEmpty ? null : Encoding.ASCII.GetString(ascii);

    private static ValueList<string> Names(ReadOnlySpan<byte> controls)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        while (LeafParts.TakeControl(ref controls, out var name))
            names.Add(Encoding.ASCII.GetString(name));
        return new ValueList<string>(names.ToImmutable());
    }

    private static ValueList<Commitment> Commitments(ReadOnlySpan<byte> content)
    {
        var commitments = ImmutableArray.CreateBuilder<Commitment>();
        while (LeafParts.TakeField(ref content, out var name, out var digest))
            commitments.Add(new Commitment(Encoding.ASCII.GetString(name), Encoding.ASCII.GetString(digest)));
        return new ValueList<Commitment>(commitments.ToImmutable());
    }
}
