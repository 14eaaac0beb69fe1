using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Schemas;
using AirsPolicy.Runtime.Schemas.References;

namespace AirsPolicy.Runtime.Facts.Json;

internal ref partial struct FactScan
{
    // A schema is asked while its value is read, or, where it cannot be, about the JSON as it stands once the shape has taken it.
    private bool ReadHeld(CompiledShape shape, int slot)
    {
        _json.Next();
        var start = _json.At;
        if (shape.Check is not { } check)
            return ReadKind(shape, slot) && Fits(shape.Schema!, _json.Json[start.._json.At]);
        return ReadChecked(shape, check, slot) && (_refused == 0 || Refuse(shape.Schema!, _json.Json[start.._json.At]));
    }

    private bool ReadNull(CompiledShape record, CompiledShape member)
    {
        if (!_json.TakeWord("null"u8))
            return false;
        if (!record.Strict)
            return true;
        if (member.Schema is not { } schema)
            return member.Kind == ShapeKind.Any || Misfits(member, "is null");
        return member.Check is { } check ? check.OfNull() == 0 || Refuse(schema, "null"u8) : Fits(schema, "null"u8);
    }

    private bool CloseRecord(CompiledShape record, int slot)
    {
        if (record.Strict)
        {
            foreach (var member in record.Members)
            {
                if (!member.Member.Optional && !_frame.Has(slot + member.Offset))
                    return _json.Misfit.Note(FailureKind.MisfitFact, $"lacks its member '{member.Member.WireName}'");
            }
        }
        return _json.Close();
    }

    // Only that the value is refused has been found out; the plain validator says what is wrong with it and where.
    private readonly bool Refuse(JsonSchema schema, ReadOnlySpan<byte> json) =>
        Fits(schema, json) && _json.Misfit.Note(FailureKind.MisfitFact, "does not fit its JSON Schema");

    private readonly bool Fits(JsonSchema schema, ReadOnlySpan<byte> json)
    {
        var verdict = schema.Validate(json);
        if (verdict.Kind == SchemaVerdictKind.Fits)
            return true;
        _json.Misfit.Note(verdict.Kind == SchemaVerdictKind.Misfit ? FailureKind.MisfitFact : FailureKind.OverLimit, verdict.Problem);
        foreach (var name in JsonPointer.Names(verdict.ValuePath).Reverse())
            _json.Misfit.Under(name);
        return false;
    }
}
