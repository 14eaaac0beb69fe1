using System.Text;
using AirsPolicy.Hosting.Evidence.Logs;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Hosting.Evidence.Checking;

/// <summary>Checks each leaf by itself, with its place, its time and its content.</summary>
internal sealed class LeafCheck(IEvidenceLog log, EvidenceCheckOptions options, FindingList findings)
{
    private readonly long[] _kinds = new long[EvidenceKinds.All.Length];
    private readonly long _stepBack = options.StepBack.Ticks;
    private long _first = long.MaxValue;
    private long _last = long.MinValue;
    private long _kept;
    private long _deleted;
    private long _offset;
    private bool _isBack;

    public void Add(long index, ReadOnlySpan<byte> bytes)
    {
        if (!LeafReader.TryRead(bytes, out var leaf, out var reason))
        {
            findings.Add(EvidenceFault.Unreadable, index, $"Leaf {index} is not written as leaves are: {reason}.");
            return;
        }
        _kinds[(int)leaf.Kind]++;
        CheckPlace(index, leaf.Seq);
        CheckTime(index, leaf.Time);
        if (Find(index) is { } content)
        {
            _kept++;
            CheckContent(index, leaf.Content, content);
        }
        else if (!leaf.Content.IsEmpty)
            _deleted++;
    }

    public EvidenceFigures Figures(long records, long checkpoints, long covered) => new(
        records,
        new(
            [.. EvidenceKinds.All.Where(kind => _kinds[(int)kind] > 0).Select(kind => new KindCount(kind, _kinds[(int)kind]))]),
        _first == long.MaxValue ? null : new DateTimeOffset(_first, TimeSpan.Zero),
        _last == long.MinValue ? null : new DateTimeOffset(_last, TimeSpan.Zero),
        _kept,
        _deleted,
        checkpoints,
        covered);

    private void CheckPlace(long index, long seq)
    {
        var (offset, before) = (seq - index, _offset);
        _offset = offset;
        if (offset == before)
            return;
        var cause = offset > before ? "records before it are missing, or it was moved" : "it stands there a second time, or was moved";
        findings.Add(EvidenceFault.OutOfPlace, index, $"Leaf {index} says that it is record {seq}: {cause}.");
    }

    private void CheckTime(long index, long time)
    {
        // Once for all that lies back.
        var isBack = _last - time > _stepBack && _last != long.MinValue;
        if (isBack && !_isBack)
            findings.Add(
                EvidenceFault.TimeRunsBack,
                index,
                $"Leaf {index} is of {InstantText.Format(time)}, and a leaf before it of {InstantText.Format(_last)}.");
        _isBack = isBack;
        _first = Math.Min(_first, time);
        _last = Math.Max(_last, time);
    }

    private StoredContent? Find(long index)
    {
        try
        {
            return log.Content(index);
        }
        catch (InvalidDataException fault)
        {
            // The file is read ahead, so that the line need not be that of this leaf.
            findings.Add(EvidenceFault.Unreadable, null, fault.Message);
            return null;
        }
    }

    // Both lie in the ordinal order of the names.
    private void CheckContent(long index, ReadOnlySpan<byte> commitments, StoredContent content)
    {
        if (commitments.IsEmpty && content.Fields.Count == 0)
            findings.Add(EvidenceFault.SaltAlone, index, $"A salt lies there for leaf {index}, which commits to nothing.");
        var at = 0;
        while (LeafParts.TakeField(ref commitments, out var name, out var commitment))
        {
            for (; at < content.Fields.Count && IsBefore(content.Fields[at].Name, name); at++)
                Refuse(index, content.Fields[at].Name, "which the leaf commits to nowhere");
            if (at == content.Fields.Count || !Ascii.Equals(name, content.Fields[at].Name))
                findings.Add(
                    EvidenceFault.SaltAlone,
                    index,
                    $"The salt of leaf {index} lies there, and its field '{Encoding.ASCII.GetString(name)}' does not.");
            else if (!Fits(content, content.Fields[at++], name, commitment))
                Refuse(index, Encoding.ASCII.GetString(name), "which does not fit what the leaf commits to");
        }
        for (; at < content.Fields.Count; at++)
            Refuse(index, content.Fields[at].Name, "which the leaf commits to nowhere");
    }

    private void Refuse(long index, string field, string why) =>
        findings.Add(EvidenceFault.ContentDiffers, index, $"The content of leaf {index} has the field '{field}', {why}.");

    private static bool IsBefore(string field, ReadOnlySpan<byte> name)
    {
        Span<char> other = stackalloc char[EvidenceNames.MaxField];
        return field.AsSpan().SequenceCompareTo(other[..Encoding.ASCII.GetChars(name, other)]) < 0;
    }

    private static bool Fits(StoredContent content, ContentField field, ReadOnlySpan<byte> name, ReadOnlySpan<byte> commitment)
    {
        Span<byte> digest = stackalloc byte[EvidenceNames.HashSize];
        Span<byte> text = stackalloc byte[EvidenceNames.DigestLength];
        StoredContent.Commit(content.Salt.Span, name, field.Value.Span, digest);
        Convert.TryToHexStringLower(digest, text, out _);
        return text.SequenceEqual(commitment);
    }
}
