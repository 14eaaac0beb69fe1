using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Runtime.Facts.Json;

internal ref partial struct FactScan
{
    private bool ReadNumber(CompiledShape shape, int slot)
    {
        if (!_json.TakeNumber(out _number))
            return false;
        if (shape.Kind is ShapeKind.Decimal or ShapeKind.Money)
            return PutDecimal(shape, slot, _number);
        if (!shape.TryScalar(_number, out var value))
            return Misfits(shape, "is a number that does not fit");
        _frame.Set(slot, value);
        return true;
    }

    // A number, length of time, date … written as a text.
    private bool ReadWritten(CompiledShape shape, int slot)
    {
        if (shape.Kind is ShapeKind.Int or ShapeKind.Decimal or ShapeKind.Share)
            return Wrong(shape);
        if (!_json.TakeText(out var length))
            return false;
        var text = _json.Taken(length);
        if (shape.Kind == ShapeKind.Money)
        {
            var status = NumberScanner.Parse(text, out var number);
            return status switch
            {
                NumberStatus.Read => PutDecimal(shape, slot, number),
                NumberStatus.Malformed => Misfits(shape, "is another text"),
                _ => _json.Misfit.Note(FailureKind.MisfitFact, JsonCursor.ProblemOf(status)),
            };
        }
        if (!shape.TryWritten(text, out var value))
            return Misfits(shape, "is another text");
        _frame.Set(slot, value);
        return true;
    }

    private readonly bool PutDecimal(CompiledShape shape, int slot, ExactNumber number)
    {
        if (!number.TryToDecimal(out var value) || !shape.FitsDecimal(value))
            return Misfits(shape, "is a number that does not fit");
        _frame.Set(slot, value);
        return true;
    }

    // { "amount": …, "currency": "GBP" }, both members and no others, in either order.
    private bool ReadAmount(CompiledShape shape, int slot)
    {
        if (!_json.Open())
            return false;
        var amount = false;
        var currency = false;
        while (_json.Next() != '}')
        {
            if ((amount || currency) && !_json.Take((byte)',', "',' or '}'"))
                return false;
            if (_json.Next() != '"')
                return _json.Unreadable("the '\"' of a name");
            if (!_json.TakeName(out var name, out _))
                return false;
            var isAmount = name.SequenceEqual("amount"u8);
            if (!isAmount && !name.SequenceEqual("currency"u8))
            {
                Misfits(shape, "is no member of an amount");
                return _json.Misfit.Under(name);
            }
            if (isAmount ? amount : currency)
            {
                _json.Repeated();
                return _json.Misfit.Under(isAmount ? "amount" : "currency");
            }
            if (!_json.Take((byte)':', "':'") || !(isAmount ? ReadAmountNumber(shape, slot) : ReadCurrency(shape)))
                return _json.Misfit.Under(isAmount ? "amount" : "currency");
            amount |= isAmount;
            currency |= !isAmount;
        }
        _json.Close();
        return amount && currency || Misfits(shape, "lacks its amount or its currency");
    }

    private bool ReadAmountNumber(CompiledShape shape, int slot) => _json.Next() switch
    {
        (byte)'"' => ReadWritten(shape, slot),
        (byte)'-' or (>= (byte)'0' and <= (byte)'9') => ReadNumber(shape, slot),
        _ => Wrong(shape),
    };

    private bool ReadCurrency(CompiledShape shape)
    {
        var expected = ((MoneyShape)shape.Shape).Currency;
        if (_json.Next() != '"')
            return Wrong(shape);
        if (!_json.TakeText(out var length))
            return false;
        return _json.Taken(length).SequenceEqual(expected) || Misfits(shape, "is another currency");
    }
}
