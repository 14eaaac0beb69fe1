using System.Buffers;

namespace AirsPolicy.Text.Views.Decodings;

/// <summary>One level of decoding: one forward pass over a text. What turns out not to be encoded stays as it is.</summary>
internal ref struct DecodingPass
{
    private static readonly SearchValues<char> s_openers = SearchValues.Create("%&\\");
    private static readonly SearchValues<char> s_joiners = SearchValues.Create("+/-_");

    private readonly ReadOnlySpan<char> _source;
    private readonly TextView _target;

    // Up to here the source is written; nothing before it is looked at again.
    private int _written;
    private bool _decoded;

    public DecodingPass(ReadOnlySpan<char> source, TextView target)
    {
        _source = source;
        _target = target;
    }

    /// <summary>Fills the target. False where nothing is encoded; the target then means nothing.</summary>
    public bool Run()
    {
        _target.Clear(_source.Length);
        var (escape, run, groups) = (Escape(0), EncodedRun.Next(_source, 0), DigitGroups.Next(_source, 0));
        while (Math.Min(escape.Start, Math.Min(run.Start, groups.Start)) < _source.Length)
        {
            int end;
            if (escape.Start <= run.Start && escape.Start <= groups.Start) end = TakeEscape(escape.Start);
            else if (run.Start <= groups.Start) end = TakeRun(run);
            else end = TakeGroups(groups);
            if (escape.Start < end) escape = Escape(end);
            if (run.Start < end) run = EncodedRun.Next(_source, end);
            if (groups.Start < end) groups = DigitGroups.Next(_source, end);
        }
        if (!_decoded) return false;
        _target.AppendRun(_source[_written..], _written);
        return true;
    }

    private readonly TextSpan Escape(int from)
    {
        var at = from < _source.Length && _source[from..].IndexOfAny(s_openers) is >= 0 and var index ? from + index : _source.Length;
        return new TextSpan(at, at);
    }

    private int TakeEscape(int start)
    {
        Span<char> character = stackalloc char[2];
        var length = Escapes.Read(_source[start..], character, out var written);
        if (length == 0) return start + 1;
        Append(character[..written], new TextSpan(start, start + length));
        return start + length;
    }

    // A run whose signs are not of its encoding, but join it to what is before and behind, is read between them.
    private int TakeRun(TextSpan run)
    {
        var source = _source[run.Start..run.End];
        if (TakeEncoded(run, EncodedRun.Decode) || source.IndexOfAny(s_joiners) < 0) return run.End;
        for (var start = 0; start < source.Length;)
        {
            var end = source[start..].IndexOfAny(s_joiners) is >= 0 and var length ? start + length : source.Length;
            if (end - start >= EncodedRun.Shortest) TakeEncoded(new TextSpan(run.Start + start, run.Start + end), EncodedRun.Decode);
            start = end + 1;
        }
        return run.End;
    }

    private int TakeGroups(TextSpan groups)
    {
        TakeEncoded(groups, DigitGroups.Decode);
        return groups.End;
    }

    private bool TakeEncoded(TextSpan encoded, Func<ReadOnlySpan<char>, Span<byte>, int> decode)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(encoded.Length);
        var characters = ArrayPool<char>.Shared.Rent(encoded.Length);
        var length = DecodedText.Read(decode(_source[encoded.Start..encoded.End], bytes), bytes, characters);
        if (length > 0) Append(characters.AsSpan(0, length), encoded);
        ArrayPool<byte>.Shared.Return(bytes);
        ArrayPool<char>.Shared.Return(characters);
        return length > 0;
    }

    private void Append(scoped ReadOnlySpan<char> decoded, TextSpan encoded)
    {
        _target.AppendRun(_source[_written..encoded.Start], _written);
        _target.AppendBlock(decoded, encoded);
        _written = encoded.End;
        _decoded = true;
    }
}
