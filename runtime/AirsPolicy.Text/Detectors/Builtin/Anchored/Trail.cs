namespace AirsPolicy.Text.Detectors.Builtin.Anchored;

/// <summary>What stands behind an anchor as far as it has a say in what is found there: at least all that the detector reads.</summary>
internal sealed class Trail(Func<TrailPart[]> parts)
{
    // Only streams read them, so that they are made when one does.
    private readonly Lazy<TrailPart[]> _parts = new(parts);

    /// <param name="parts">The rows, one behind the other.</param>
    public Trail(params TrailPart[] parts)
        : this(() => parts)
    {
    }

    /// <summary>Reads on.</summary>
    /// <param name="text">The text so far.</param>
    /// <param name="position">How far it has been read.</param>
    public TrailState Advance(ReadOnlySpan<char> text, ref TrailPosition position)
    {
        var parts = _parts.Value;
        var (part, from, at) = position;
        var state = TrailState.Open;
        while (part < parts.Length)
        {
            var row = parts[part];
            var most = Math.Min(text.Length, from + row.Most);
            at = row.EndIn(text[..most], from, at);
            if (at == text.Length && at < from + row.Most)
                break;
            if (at - from < row.Least)
            {
                state = TrailState.Broken;
                break;
            }
            from = at;
            part++;
        }
        position = new TrailPosition(part, from, at);
        return part == parts.Length ? TrailState.Ended : state;
    }
}
