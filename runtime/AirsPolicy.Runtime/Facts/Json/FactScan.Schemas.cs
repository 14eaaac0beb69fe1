using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Schemas;
using AirsPolicy.Runtime.Schemas.References;

namespace AirsPolicy.Runtime.Facts.Json;

internal ref partial struct FactScan
{
    // The schema is asked about the JSON as it stands, once the shape has taken it: what is not JSON, or too deep, has been refused by then.
    private bool ReadHeld(CompiledShape shape, int slot)
    {
        var start = _json.At;
        return ReadKind(shape, slot) && Fits(shape.Schema!, _json.Json[start.._json.At]);
    }

    private bool ReadNull(CompiledShape record, CompiledShape member)
    {
        if (!_json.TakeWord("null"u8))
            return false;
        if (!record.Strict)
            return true;
        return member.Schema is { } schema ? Fits(schema, "null"u8) : member.Kind == ShapeKind.Any || Misfits(member, "is null");
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
