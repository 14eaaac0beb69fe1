namespace AirsPolicy.Text.Patterns.Parsing;

/// <summary>
/// How many instructions a node becomes. It counts exactly what <see cref="Matching.ProgramBuilder"/> emits, without emitting it.
/// </summary>
internal static class ProgramSize
{
    /// <summary>Reports the innermost node that alone passes the limit, as that is where the author can act.</summary>
    public static void Check(PatternNode root, Cursor cursor)
    {
        // One more for the accepting instruction at the end.
        if (Of(root, cursor) is not { } size || size < PatternLimits.MaxInstructions || cursor.HasErrors) return;
        Report(root, size + 1, cursor);
    }

    /// <summary>Null once the error is reported.</summary>
    // No sum overflows: each part is within the limit, and a pattern has at most 10,000 parts.
    public static long? Of(PatternNode node, Cursor cursor)
    {
        if (Count(node, cursor) is not { } size) return null;
        if (size <= PatternLimits.MaxInstructions) return size;
        Report(node, size, cursor);
        return null;
    }

    private static long? Count(PatternNode node, Cursor cursor) => node switch
    {
        PatternEmpty => 0,
        PatternSequence sequence => Sum(sequence.Items, cursor),
        PatternAlternation alternation => Sum(alternation.Alternatives, cursor) + (2 * (alternation.Alternatives.Count - 1)),
        PatternCaseless caseless => Of(caseless.Body, cursor),
        PatternRepeat repeat => Of(repeat.Body, cursor) is { } body ? Repeated(repeat, body) : null,
        _ => 1,
    };

    private static long Repeated(PatternRepeat repeat, long body)
    {
        if (body == 0) return 0;
        if (repeat.Max is { } max) return (max * body) + (max - repeat.Min);
        return repeat.Min == 0 ? body + 2 : (repeat.Min * body) + 1;
    }

    private static long? Sum(PatternList<PatternNode> nodes, Cursor cursor)
    {
        long? sum = 0;
        foreach (var node in nodes)
        {
            sum += Of(node, cursor);
            if (sum is null) break;
        }

        return sum;
    }

    private static void Report(PatternNode node, long size, Cursor cursor) =>
        cursor.Report(
            PatternErrorKind.TooLarge,
            node.Span.Start,
            node.Span.End,
            $"A pattern may have {PatternLimits.MaxInstructions} instructions once its repetitions are written out, and this has {size}; repeat less, or leave the upper bound open as in '{{2,}}'."
        );
}
