using System.Text;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Text;

namespace AirsPolicy.Runtime.Facts.Writing;

public sealed partial class FactWriter
{
    /// <summary>Sets a bool.</summary>
    public void Set(FactSlot slot, bool value) => Put(slot, ShapeKind.Bool, ShapeKind.Bool, value ? 1L : 0L, "is true or false");

    /// <summary>Sets an int, a size in bytes, a decimal or an amount.</summary>
    public void Set(FactSlot slot, long value)
    {
        if (Open(slot) is { Kind: ShapeKind.Decimal or ShapeKind.Money or ShapeKind.Share })
            Set(slot, (decimal)value);
        else
            Put(slot, ShapeKind.Int, ShapeKind.Size, value, "is a number that does not fit");
    }

    /// <summary>Sets a decimal, an amount in the currency of the fact, or a share from 0 to 1.</summary>
    public void Set(FactSlot slot, decimal value)
    {
        if (Open(slot) is not { } shape)
            return;
        // As JSON has it: at most 28 significant digits, no places that say nothing.
        Span<char> text = stackalloc char[DecimalText.MaxLength];
        var exact = NumberScanner.Parse(text[..DecimalText.Format(value, text)], out var number) == NumberStatus.Read;
        if (exact && shape.Kind == ShapeKind.Share && shape.TryScalar(number, out var share))
        {
            PutHandle(slot, share);
        }
        else if (exact
            && shape.Kind is (ShapeKind.Decimal or ShapeKind.Money)
            && number.TryToDecimal(out var normal)
            && shape.FitsDecimal(normal))
        {
            _frame.Set(slot.Slot, normal);
            Close(slot);
        }
        else
        {
            Misfits(slot, "is a number that does not fit");
        }
    }

    /// <summary>Sets a decimal, an amount or a share to the value of a double's shortest text, so that 0.1 is 0.1.</summary>
    public void Set(FactSlot slot, double value)
    {
        if (DecimalText.TryFromDouble(value, out var exact))
            Set(slot, exact);
        else
            Misfits(slot, "is a number out of range");
    }

    /// <summary>Sets an amount and says its currency.</summary>
    public void Set(FactSlot slot, decimal amount, string currency)
    {
        if (Open(slot)?.Shape is MoneyShape money && money.Currency == currency)
            Set(slot, amount);
        else
            Misfits(slot, "is another currency");
    }

    /// <summary>Sets a duration, not negative.</summary>
    public void Set(FactSlot slot, TimeSpan value) =>
        Put(slot, ShapeKind.Duration, ShapeKind.Duration, value.Ticks, "is a duration that does not fit");

    /// <summary>Sets an instant.</summary>
    public void Set(FactSlot slot, DateTimeOffset value) =>
        Put(slot, ShapeKind.Instant, ShapeKind.Instant, value.UtcTicks, "is an instant");

    /// <summary>Sets a date.</summary>
    public void Set(FactSlot slot, DateOnly value) => Put(slot, ShapeKind.Date, ShapeKind.Date, value.DayNumber, "is a date");

    /// <summary>Sets a text, or one of the names of an enum. The tool is set by its wire name.</summary>
    public void Set(FactSlot slot, ReadOnlySpan<char> text)
    {
        if (Open(slot) is not { } shape)
            return;
        if (shape.Kind == ShapeKind.Enum)
        {
            SetName(slot, shape, text);
            return;
        }
        if (shape.Kind != ShapeKind.Text)
            Misfits(slot, "is a text");
        else if (HasLoneSurrogate(text))
            Note(slot, FailureKind.MisfitFact, "holds half of a surrogate pair, where whole characters fit");
        else if (text.Length > _limits.MaxTextBytes || TextMeasures.Utf8Length(text) > _limits.MaxTextBytes)
            OverLimit(slot, $"is over its limit, where a text of at most {_limits.MaxTextBytes} bytes fits");
        else if (shape.IsBoundedText && !shape.FitsText(text, _scratch))
            Misfits(slot, "is a text");
        else if (_frame.AddText(text) is >= 0 and var handle)
            PutHandle(slot, handle);
        else
            OverLimit(slot, $"takes the facts over what a frame holds, where {FactFrame.MaxChars} characters fit");
    }

    /// <summary>Sets any value, given as its JSON.</summary>
    public void SetJson(FactSlot slot, ReadOnlySpan<byte> json)
    {
        if (Open(slot) is not { } shape)
            return;
        if (shape.Kind != ShapeKind.Any)
            Misfits(slot, "is JSON");
        else if (_json.Check(json, _frame) is { } failure)
            Note(slot, failure.Kind, "does not fit: " + failure.Detail.TrimEnd('.'));
        else if (_frame.ReserveText(json.Length) is { IsEmpty: false } room)
            PutHandle(slot, _frame.CommitText(Encoding.UTF8.GetChars(json, room)));
        else
            OverLimit(slot, $"takes the facts over what a frame holds, where {FactFrame.MaxChars} characters fit");
    }

    /// <summary>Says that a record is there though none of its members is set.</summary>
    public void SetRecord(FactSlot slot) => Put(slot, ShapeKind.Record, ShapeKind.Record, 1L, "is a record");

    /// <summary>Adds a list whose items are filled next; each item has to be set.</summary>
    /// <param name="count">How many items it has.</param>
    public FactItems AddList(FactSlot slot, int count)
    {
        if (Open(slot) is not { } shape)
            return default;
        if (shape.Kind != ShapeKind.List || count < shape.Minimum)
            Misfits(slot, "is a list");
        else if (count > shape.Maximum)
            OverLimit(slot, $"has more items, where {shape.Expected} fits");
        else if (_frame.AddSlots(count * shape.Inner!.Width) is >= 0 and var first)
        {
            PutHandle(slot, Handle.Of(first, count));
            var items = new FactItems(first, shape.Inner.Width, count);
            _lists.Add((slot, items));
            return items;
        }
        else
            OverLimit(slot, $"takes the facts over what a frame holds, where {FactFrame.MaxSlots} values fit");
        return default;
    }

    private void SetName(FactSlot slot, CompiledShape shape, ReadOnlySpan<char> text)
    {
        var index = ((EnumShape)shape.Shape).IndexOf(text);
        if (index >= 0)
            PutHandle(slot, index);
        else if (_layout.ToolMember >= 0 && slot.Slot == _layout.ToolSlot)
            Note(slot, FailureKind.Unknown, $"names no declared tool, where {shape.Expected} fits");
        else
            Misfits(slot, "is another text");
    }

    private void Put(FactSlot slot, ShapeKind kind, ShapeKind other, long value, string problem)
    {
        if (Open(slot) is not { } shape)
            return;
        if ((shape.Kind == kind || shape.Kind == other) && (shape.Kind is ShapeKind.Bool or ShapeKind.Record || shape.FitsScalar(value)))
            PutHandle(slot, value);
        else
            Misfits(slot, problem);
    }

    private void PutHandle(FactSlot slot, long value)
    {
        _frame.Set(slot.Slot, value);
        Close(slot);
    }

    private static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return true;
            i++;
        }
        return false;
    }
}
