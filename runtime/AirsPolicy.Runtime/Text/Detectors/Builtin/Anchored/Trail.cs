namespace AirsPolicy.Runtime.Text.Detectors.Builtin.Anchored;

/// <summary>What stands behind an anchor as far as it has a say in what is found there: at least all that the detector reads.</summary>
/// <param name="parts">The rows, one behind the other.</param>
internal sealed class Trail(params TrailPart[] parts)
{
    /// <summary>Reads on.</summary>
    /// <param name="text">The text so far.</param>
    /// <param name="position">How far it has been read.</param>
    public TrailState Advance(ReadOnlySpan<char> text, ref TrailPosition position)
    {
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
