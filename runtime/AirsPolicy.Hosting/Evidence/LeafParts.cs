namespace AirsPolicy.Hosting.Evidence;

/// <summary>A leaf that was read strictly: its members where they stand in its bytes, empty where they are absent.</summary>
internal ref struct LeafParts
{
    public long Seq;

    /// <summary>UTC ticks of 100 ns since 0001-01-01.</summary>
    public long Time;

    public EvidenceKind Kind;
    public ReadOnlySpan<byte> Point;
    public ReadOnlySpan<byte> Outcome;

    /// <summary>The names in their quotes, with commas between them.</summary>
    public ReadOnlySpan<byte> Controls;

    /// <summary>The text as it is written, with escapes.</summary>
    public ReadOnlySpan<byte> Request;

    public bool HasRequest;
    public long? Held;
    public ReadOnlySpan<byte> Bundle;
    public long? Lost;

    /// <summary>Names and commitments in their quotes, with colons and commas between them.</summary>
    public ReadOnlySpan<byte> Content;

    /// <summary>Takes the next name off a list of names.</summary>
    public static bool TakeControl(ref ReadOnlySpan<byte> controls, out ReadOnlySpan<byte> name)
    {
        name = default;
        if (controls.IsEmpty)
            return false;
        var end = controls[1..].IndexOf((byte)'"') + 1;
        name = controls[1..end];
        controls = controls.Length > end + 1 ? controls[(end + 2)..] : default;
        return true;
    }

    /// <summary>Takes the next commitment off the content.</summary>
    public static bool TakeField(ref ReadOnlySpan<byte> content, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> commitment)
    {
        name = commitment = default;
        if (content.IsEmpty)
            return false;
        var end = content[1..].IndexOf((byte)'"') + 1;
        name = content[1..end];
        commitment = content.Slice(end + 3, EvidenceNames.DigestLength);
        var rest = end + 3 + EvidenceNames.DigestLength + 1;
        content = content.Length > rest ? content[(rest + 1)..] : default;
        return true;
    }
}
