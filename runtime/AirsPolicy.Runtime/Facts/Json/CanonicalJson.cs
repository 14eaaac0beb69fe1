using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Runtime.Facts.Json;

/// <summary>
/// The one JSON text of a value: no white space, members ordered by the UTF-16 units of their names, absent members left out, texts
/// with the fewest escapes, numbers laid out as RFC 8785 has them but from their exact digits. Amounts are
/// <c>{"amount":…,"currency":…}</c>, durations, instants and dates their canonical text, shares and sizes numbers.
/// </summary>
internal sealed class CanonicalJson
{
    private readonly CanonicalBuffer _buffer = new();
    private readonly CanonicalMembers _members = new();

    /// <summary>The canonical JSON of a text; holds until the next call.</summary>
    public ReadOnlySpan<byte> OfText(ReadOnlySpan<char> text)
    {
        _buffer.Clear();
        _buffer.AddText(text);
        return _buffer.Written;
    }

    /// <summary>The canonical JSON of JSON text that reading has found well-formed; holds until the next call.</summary>
    public ReadOnlySpan<byte> OfAny(ReadOnlySpan<char> json)
    {
        _buffer.Clear();
        WriteAny(json, JsonText.Start(json, 0));
        return _buffer.Written;
    }

    /// <summary>The canonical JSON of the value in a slot; holds until the next call.</summary>
    public ReadOnlySpan<byte> Of(FactFrame frame, int slot, CompiledShape shape)
    {
        _buffer.Clear();
        Write(frame, slot, shape);
        return _buffer.Written;
    }

    /// <summary>The canonical JSON of a list given by its handle; holds until the next call.</summary>
    public ReadOnlySpan<byte> OfList(FactFrame frame, long handle, CompiledShape shape)
    {
        _buffer.Clear();
        WriteList(frame, handle, shape.Inner!);
        return _buffer.Written;
    }

    /// <summary>Whether the value in a slot is one of some given as canonical JSON.</summary>
    public bool IsOneOf(FactFrame frame, int slot, CompiledShape shape, byte[][] allowed)
    {
        var written = Of(frame, slot, shape);
        foreach (var candidate in allowed)
        {
            if (written.SequenceEqual(candidate))
                return true;
        }
        return false;
    }

    private void Write(FactFrame frame, int slot, CompiledShape shape)
    {
        switch (shape.Kind)
        {
            case ShapeKind.Bool: _buffer.Add(frame.Bool(slot) ? "true"u8 : "false"u8); break;
            case ShapeKind.Int or ShapeKind.Size: _buffer.Add(frame.Long(slot)); break;
            case ShapeKind.Decimal: _buffer.Add(frame.Decimal(slot)); break;
            case ShapeKind.Share: _buffer.Add(CheckedArithmetic.ShareToDecimal(frame.Long(slot))); break;
            case ShapeKind.Money: WriteAmount(frame.Decimal(slot), ((MoneyShape)shape.Shape).Currency); break;
            case ShapeKind.Duration or ShapeKind.Instant or ShapeKind.Date: WriteTime(frame.Long(slot), shape.Kind); break;
            case ShapeKind.Text: _buffer.AddText(frame.Chars(frame.Long(slot))); break;
            case ShapeKind.Enum: _buffer.AddText(shape.Names[(int)frame.Long(slot)]); break;
            case ShapeKind.List: WriteList(frame, frame.Long(slot), shape.Inner!); break;
            case ShapeKind.Record: WriteRecord(frame, slot, shape); break;
            case ShapeKind.Any: WriteAny(frame.Chars(frame.Long(slot)), JsonText.Start(frame.Chars(frame.Long(slot)), 0)); break;
            case ShapeKind.Restricted: Write(frame, slot, shape.Inner!); break;
        }
    }

    private void WriteAmount(decimal amount, string currency)
    {
        _buffer.Add("{\"amount\":"u8);
        _buffer.Add(amount);
        _buffer.Add(",\"currency\":"u8);
        _buffer.AddText(currency);
        _buffer.Add('}');
    }

    private void WriteTime(long value, ShapeKind kind)
    {
        Span<char> text = stackalloc char[DurationText.MaxLength];
        var length = kind switch
        {
            ShapeKind.Duration => DurationText.Format(value, text),
            ShapeKind.Instant => InstantText.Format(value, text),
            _ => DateText.Length,
        };
        if (kind == ShapeKind.Date)
            DateText.Format(value, text);
        _buffer.AddText(text[..length]);
    }

    private void WriteList(FactFrame frame, long handle, CompiledShape element)
    {
        _buffer.Add('[');
        for (var i = 0; i < Handle.Length(handle); i++)
        {
            if (i > 0)
                _buffer.Add(',');
            Write(frame, Handle.Start(handle) + i * element.Width, element);
        }
        _buffer.Add(']');
    }

    private void WriteRecord(FactFrame frame, int slot, CompiledShape record)
    {
        _buffer.Add('{');
        var first = true;
        foreach (var index in record.CanonicalOrder)
        {
            var member = record.Members[index];
            if (!frame.Has(slot + member.Offset))
                continue;
            if (!first)
                _buffer.Add(',');
            first = false;
            _buffer.AddText(member.Member.WireName);
            _buffer.Add(':');
            Write(frame, slot + member.Offset, member.Shape);
        }
        _buffer.Add('}');
    }

    // The depth is bounded where the JSON was read.
    private void WriteAny(ReadOnlySpan<char> json, int at)
    {
        switch (json[at])
        {
            case '{':
                WriteAnyRecord(json, at);
                break;
            case '[':
                WriteAnyList(json, at);
                break;
            case '"':
                _buffer.AddText(_members.Decode(json[at..JsonText.TextEnd(json, at)]));
                break;
            case 't' or 'f' or 'n':
                _buffer.AddAscii(json[at..JsonText.End(json, at)]);
                break;
            default:
                _buffer.Add(NumberOf(json[at..JsonText.End(json, at)]));
                break;
        }
    }

    private void WriteAnyList(ReadOnlySpan<char> json, int at)
    {
        _buffer.Add('[');
        for (at = JsonText.Start(json, at + 1); json[at] != ']'; at = JsonText.Start(json, at))
        {
            if (json[at] == ',')
            {
                _buffer.Add(',');
                at = JsonText.Start(json, at + 1);
            }
            WriteAny(json, at);
            at = JsonText.End(json, at);
        }
        _buffer.Add(']');
    }

    private void WriteAnyRecord(ReadOnlySpan<char> json, int at)
    {
        var mark = _members.Mark();
        _members.AddAll(json, at);
        _members.Sort(mark);
        _buffer.Add('{');
        for (var i = 0; i < _members.Count(mark); i++)
        {
            if (i > 0)
                _buffer.Add(',');
            _buffer.AddText(_members.Name(mark, i));
            _buffer.Add(':');
            WriteAny(json, _members.Value(mark, i));
        }
        _buffer.Add('}');
        _members.Release(mark);
    }

    private static ExactNumber NumberOf(ReadOnlySpan<char> text)
    {
        NumberScanner.ParseRead(text, out var number);
        return number;
    }
}
