using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using AirsPolicy.Collections;
using AirsPolicy.Hosting.Evidence.Merkle;

namespace AirsPolicy.Hosting.Evidence.Notes;

/// <summary>
/// The signed head of a log: a C2SP tlog-checkpoint in a signed note. The text is three lines, the origin, the size and the root in
/// base64; an empty line and the signature lines follow it.
/// </summary>
public sealed record Checkpoint
{
    /// <summary>The most bytes of a note that is read.</summary>
    public const int MaxBytes = 16 << 10;

    /// <summary>The most signature lines of a note that is read.</summary>
    public const int MaxSignatures = 16;

    internal const int MaxOrigin = 256;

    internal Checkpoint(string origin, long size, ReadOnlyMemory<byte> root, ValueList<CheckpointSignature> signatures)
    {
        (Origin, Size, Root, Signatures) = (origin, size, root, signatures);
        Text = Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root.Span)}\n"));
    }

    /// <summary>The name of the log: 1 to 256 visible ASCII characters without blanks, best a host with a path.</summary>
    public string Origin { get; }

    /// <summary>How many leaves the tree has.</summary>
    public long Size { get; }

    /// <summary>The root of the tree: 32 bytes.</summary>
    public ReadOnlyMemory<byte> Root { get; }

    /// <summary>Who has signed it, by the words of the note.</summary>
    public ValueList<CheckpointSignature> Signatures { get; init; }

    /// <summary>The bytes that are signed: the text, with its last line feed.</summary>
    public ReadOnlyMemory<byte> Text { get; }

    /// <summary>The bytes of the note.</summary>
    public byte[] Write()
    {
        var lines = string.Concat(Signatures.Select(signature => $"{CheckpointText.LineStart}{signature.Key} {signature.Encoded}\n"));
        return [.. Text.Span, (byte)'\n', .. Encoding.UTF8.GetBytes(lines)];
    }

    /// <summary>The same with one signature line more.</summary>
    /// <exception cref="InvalidOperationException">It has as many as a note can have.</exception>
    public Checkpoint SignedBy(CheckpointSigner signer)
    {
        ArgumentNullException.ThrowIfNull(signer);
        return Signatures.Count < MaxSignatures
            ? this with { Signatures = Signatures.Append(signer.Sign(Text.Span)).ToValueList() }
            : throw new InvalidOperationException($"The checkpoint has {MaxSignatures} signatures already, which is the most.");
    }

    /// <summary>Reads a note. What is not written exactly as <see cref="Write"/> does is refused; who signed it is not asked.</summary>
    /// <param name="reason">Why it is refused, in words that go on a sentence.</param>
    public static bool TryRead(
        ReadOnlySpan<byte> note, [NotNullWhen(true)] out Checkpoint? checkpoint, [NotNullWhen(false)] out string? reason)
    {
        checkpoint = CheckpointText.Read(note, out reason);
        return checkpoint is not null;
    }

    internal static Checkpoint Unsigned(string origin, long size, ReadOnlySpan<byte> root)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfNotEqual(root.Length, MerkleHash.Size, nameof(root));
        return IsOrigin(origin)
            ? new Checkpoint(origin, size, root.ToArray(), [])
            : throw new ArgumentException($"'{origin}' is no origin: 1 to {MaxOrigin} visible ASCII characters without blanks.");
    }

    internal static bool IsOrigin(string origin) => origin.Length is > 0 and <= MaxOrigin && origin.All(c => c is > ' ' and <= '~');
}
