using System.Globalization;
using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Patterns.Parsing;

namespace AirsPolicy.Runtime.Schemas.Patterns;

/// <summary>
/// Alternatives, terms and groups, by recursive descent to a bounded depth. Reads on past what cannot be matched, to know whether it is
/// well-formed.
/// </summary>
internal sealed class EcmaScriptReader(Cursor cursor)
{
    private int _depth;
    private bool _tooDeep;

    /// <summary>The first thing that ECMAScript does not allow, as a clause, or null.</summary>
    public string? Malformed { get; private set; }

    /// <summary>The first thing that takes more than linear time, as a clause, or null.</summary>
    public string? Unmatchable { get; private set; }

    public PatternNode ReadPattern()
    {
        var root = ReadAlternatives();
        if (!cursor.AtEnd)
            Fail("a ')' closes no group");
        return root;
    }

    /// <summary>Notes what ECMAScript does not allow, and ends reading.</summary>
    public void Fail(string clause)
    {
        Malformed ??= string.Create(CultureInfo.InvariantCulture, $"{clause}, at character {cursor.Position + 1}");
        cursor.Stop();
    }

    /// <summary>Notes what cannot be matched, and reads on.</summary>
    public void Refuse(string clause) =>
        Unmatchable ??= string.Create(CultureInfo.InvariantCulture, $"{clause}, at character {cursor.Position + 1}");

    private PatternNode ReadAlternatives()
    {
        var start = cursor.Position;
        var alternatives = new List<PatternNode> { ReadSequence() };
        while (cursor.TryTake('|'))
            alternatives.Add(ReadSequence());
        return alternatives is [var only] ? only : new PatternAlternation(cursor.SpanFrom(start), [.. alternatives]);
    }

    private PatternNode ReadSequence()
    {
        var start = cursor.Position;
        var items = new List<PatternNode>();
        while (!cursor.AtEnd && cursor.Current is not ('|' or ')'))
            items.Add(ReadTerm());
        return items switch
        {
            [] => new PatternEmpty(cursor.SpanFrom(start)),
            [var only] => only,
            _ => new PatternSequence(cursor.SpanFrom(start), [.. items]),
        };
    }

    private PatternNode ReadTerm()
    {
        var start = cursor.Position;
        if (ReadAssertion() is { } anchor)
        {
            if (cursor.Current is '*' or '+' or '?' || EcmaScriptQuantifier.StandsAt(cursor))
                Fail("a repetition follows an assertion");
            return anchor;
        }
        var atom = ReadAtom();
        return EcmaScriptQuantifier.Read(cursor, this, atom, start);
    }

    private PatternAnchor? ReadAssertion()
    {
        var (kind, length) = (cursor.Current, cursor.Peek(1)) switch
        {
            ('^', _) => (PatternAnchorKind.TextStart, 1),
            ('$', _) => (PatternAnchorKind.TextEnd, 1),
            ('\\', 'b') => (PatternAnchorKind.AsciiWordEdge, 2),
            ('\\', 'B') => (PatternAnchorKind.NotAsciiWordEdge, 2),
            _ => (PatternAnchorKind.TextStart, 0),
        };
        if (length == 0)
            return null;
        var start = cursor.Position;
        cursor.Advance(length);
        return new PatternAnchor(cursor.SpanFrom(start), kind);
    }

    private PatternNode ReadAtom()
    {
        var start = cursor.Position;
        switch (cursor.Current)
        {
            case '(':
                return ReadGroup();
            case '[':
                return EcmaScriptClass.Read(cursor, this);
            case '.':
                cursor.Advance();
                return EcmaScriptClass.Of(cursor.SpanFrom(start), EcmaScriptSets.NotLineTerminators);
            case '*' or '+' or '?':
                Fail("there is nothing to repeat");
                return new PatternEmpty(cursor.SpanFrom(start));
            case '{' when EcmaScriptQuantifier.StandsAt(cursor):
                Fail("there is nothing to repeat");
                return new PatternEmpty(cursor.SpanFrom(start));
            default:
                var set = EcmaScriptEscape.ReadCharacterOrSet(cursor, this, inClass: false);
                return set is [{ First: var first, Last: var last }] && first == last
                    ? new PatternCharacter(cursor.SpanFrom(start), first)
                    : EcmaScriptClass.Of(cursor.SpanFrom(start), set);
        }
    }

    private PatternNode ReadGroup()
    {
        var start = cursor.Position;
        if (_depth == PatternLimits.MaxDepth)
        {
            Refuse($"groups are nested more than {PatternLimits.MaxDepth} deep");
            _tooDeep = true;
            cursor.Stop();
            return new PatternEmpty(cursor.SpanFrom(start));
        }
        cursor.Advance();
        ReadPrefix();
        _depth++;
        var body = ReadAlternatives();
        _depth--;
        if (!cursor.TryTake(')') && !_tooDeep)
            Fail("a '(' has no ')'");
        return body;
    }

    private void ReadPrefix()
    {
        if (!cursor.TryTake('?') || cursor.TryTake(':'))
            return;
        if (cursor.Current is '=' or '!' || (cursor.Current == '<' && cursor.Peek(1) is '=' or '!'))
        {
            Refuse("it looks around");
            cursor.Advance(cursor.Current == '<' ? 2 : 1);
        }
        else if (cursor.TryTake('<') && IsNameStart(cursor.Current))
        {
            while (IsNameStart(cursor.Current) || char.IsAsciiDigit(cursor.Current))
                cursor.Advance();
            if (!cursor.TryTake('>'))
                Fail("the name of a group has no '>'");
        }
        else
        {
            Fail("'(?' is followed by nothing that ECMAScript knows");
        }
    }

    private static bool IsNameStart(char unit) => char.IsAsciiLetter(unit) || unit is '_' or '$';
}
