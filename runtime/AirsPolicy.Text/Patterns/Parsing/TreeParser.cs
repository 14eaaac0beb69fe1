namespace AirsPolicy.Text.Patterns.Parsing;

/// <summary>Alternatives, sequences and atoms, by recursive descent; only groups recurse, to a bounded depth.</summary>
internal sealed class TreeParser(Cursor cursor)
{
    private int _depth;

    public PatternNode ParsePattern()
    {
        var root = ParseAlternation();
        while (!cursor.AtEnd)
        {
            var start = cursor.Position;
            cursor.Advance();
            cursor.Report(PatternErrorKind.UnopenedBracket, start, start + 1, "This ')' closes no group; write '\\)' for the character.");
            ParseAlternation();
        }

        return root;
    }

    private PatternNode ParseAlternation()
    {
        var start = cursor.Position;
        var first = ParseSequence();
        if (cursor.Current != '|') return first;

        var alternatives = new List<PatternNode> { first };
        while (cursor.TryTake('|')) alternatives.Add(ParseSequence());
        return new PatternAlternation(cursor.SpanFrom(start), [.. alternatives]);
    }

    private PatternNode ParseSequence()
    {
        var start = cursor.Position;
        var items = new List<PatternNode>();
        while (!cursor.AtEnd && cursor.Current is not ('|' or ')'))
        {
            if (ParseTerm() is { } item) items.Add(item);
        }

        return items switch
        {
            [] => new PatternEmpty(cursor.SpanFrom(start)),
            [var only] => only,
            _ => new PatternSequence(cursor.SpanFrom(start), [.. items]),
        };
    }

    private PatternNode? ParseTerm()
    {
        var start = cursor.Position;
        if (QuantifierParser.TryRefuseLeading(cursor)) return null;

        var atom = ParseAtom();
        if (atom is null) return null;
        // A group around an anchor may be repeated, so it is the source that tells: it starts with '(' then.
        if (atom is PatternAnchor && atom.Span.Start == start && QuantifierParser.TryRefuseAfterAnchor(cursor)) return atom;
        return QuantifierParser.Parse(cursor, atom, start);
    }

    private PatternNode? ParseAtom()
    {
        var start = cursor.Position;
        switch (cursor.Current)
        {
            case '(':
                return ParseGroup();
            case '[':
                return ClassParser.Parse(cursor);
            case '.':
                cursor.Advance();
                return cursor.IsEcmaScript ? NoLineEnd(cursor.SpanFrom(start)) : new PatternAny(cursor.SpanFrom(start));
            case '^':
                return ParseAnchor(PatternAnchorKind.TextStart, 1);
            case '$':
                return ParseAnchor(PatternAnchorKind.TextEnd, 1);
            case '\\' when cursor.Peek(1) == 'b':
                return ParseAnchor(cursor.IsEcmaScript ? PatternAnchorKind.AsciiWordEdge : PatternAnchorKind.WordEdge, 2);
            case '\\' when cursor.Peek(1) == 'B':
                return ParseAnchor(cursor.IsEcmaScript ? PatternAnchorKind.NotAsciiWordEdge : PatternAnchorKind.NotWordEdge, 2);
            case '\\' when ClassEscapeParser.IsAt(cursor):
                return ClassEscapeParser.Parse(cursor) is { } item ? new PatternClass(item.Span, false, [item]) : null;
            case var bracket and (']' or '}'):
                cursor.Advance();
                cursor.Report(
                    PatternErrorKind.UnopenedBracket,
                    start,
                    start + 1,
                    $"This '{bracket}' closes nothing; write '\\{bracket}' for the character.");
                return null;
            default:
                return CharacterParser.Parse(cursor) is { } codePoint ? new PatternCharacter(cursor.SpanFrom(start), codePoint) : null;
        }
    }

    // What '.' is in ECMAScript, which has line ends that Unicode separates lines and paragraphs by.
    private static PatternClass NoLineEnd(TextSpan span) =>
        new(
            span,
            Negated: true,
            [
                new PatternClassRange(span, '\n', '\n'),
                new PatternClassRange(span, '\r', '\r'),
                new PatternClassRange(span, '\u2028', '\u2029'),
            ]
        );

    private PatternAnchor ParseAnchor(PatternAnchorKind kind, int length)
    {
        var start = cursor.Position;
        cursor.Advance(length);
        return new PatternAnchor(cursor.SpanFrom(start), kind);
    }

    private PatternNode? ParseGroup()
    {
        var start = cursor.Position;
        if (_depth == PatternLimits.MaxDepth)
        {
            cursor.Report(PatternErrorKind.TooDeep, start, start + 1,
                $"Groups may be nested {PatternLimits.MaxDepth} deep and this one is deeper; take a level of parentheses out.");
            cursor.Stop();
            return null;
        }

        _depth++;
        var caseless = GroupPrefix.Parse(cursor);
        var body = ParseAlternation();
        _depth--;
        if (!cursor.TryTake(')'))
        {
            cursor.Report(
                PatternErrorKind.UnclosedGroup,
                start,
                start + 1,
                "This '(' has no ')'; close the group, or write '\\(' for the character.");
        }

        return caseless ? new PatternCaseless(cursor.SpanFrom(start), body) : body;
    }
}
