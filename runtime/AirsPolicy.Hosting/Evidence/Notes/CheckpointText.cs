using System.Globalization;
using System.Text;
using AirsPolicy.Collections;
using AirsPolicy.Hosting.Evidence.Merkle;
using AirsPolicy.Runtime.Bundles.Signing;

namespace AirsPolicy.Hosting.Evidence.Notes;

/// <summary>Reads the notes of checkpoints.</summary>
internal static class CheckpointText
{
    public const string LineStart = "— ";

    // A signature of P-256 in DER takes 72 bytes at most.
    private const int MaxSignature = 72;
    private const int TextLines = 3;

    /// <summary>The checkpoint, or null and why there is none.</summary>
    public static Checkpoint? Read(ReadOnlySpan<byte> note, out string? reason)
    {
        reason = $"it takes {note.Length} bytes, where a checkpoint has {Checkpoint.MaxBytes} at most";
        if (note.Length > Checkpoint.MaxBytes)
            return null;
        var lines = Encoding.UTF8.GetString(note).Split('\n');
        var checkpoint = Parse(lines, out reason);
        if (checkpoint is null || note.SequenceEqual(checkpoint.Write()))
            return checkpoint;
        reason = "it is not written as checkpoints are";
        return null;
    }

    private static Checkpoint? Parse(string[] lines, out string? reason)
    {
        reason = "it is no text of three lines, an empty line and signature lines";
        if (lines.Length < TextLines + 2 || lines[TextLines].Length > 0 || lines[^1].Length > 0)
            return null;
        reason = "its first line is no origin";
        if (!Checkpoint.IsOrigin(lines[0]))
            return null;
        reason = "its second line is no size";
        if (!long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            return null;
        reason = "its third line is no root in base64";
        if (Base64(lines[2], MerkleHash.Size) is not { Length: MerkleHash.Size } root)
            return null;
        reason = $"it has more than {Checkpoint.MaxSignatures} signature lines";
        var signed = lines[(TextLines + 1)..^1];
        if (signed.Length > Checkpoint.MaxSignatures)
            return null;
        var signatures = signed.Select(Signature).ToList();
        var broken = signatures.IndexOf(null);
        reason = broken < 0 ? null : $"its line {TextLines + 2 + broken} is no signature";
        return broken < 0 ? new Checkpoint(lines[0], size, root, signatures.Select(signature => signature!.Value).ToValueList()) : null;
    }

    private static CheckpointSignature? Signature(string line)
    {
        if (!line.StartsWith(LineStart, StringComparison.Ordinal) || line[LineStart.Length..].Split(' ') is not [var name, var encoded])
            return null;
        return KeyNames.IsWellFormed(name) && Base64(encoded, sizeof(uint) + MaxSignature) is { Length: > sizeof(uint) } bytes
            ? new CheckpointSignature(name, CheckpointSignature.IdOf(bytes), bytes.AsMemory(sizeof(uint)))
            : null;
    }

    private static byte[]? Base64(string text, int most)
    {
        Span<byte> bytes = stackalloc byte[most];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length].ToArray() : null;
    }
}
