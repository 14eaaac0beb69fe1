using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Schemas;
using AirsPolicy.Runtime.Schemas.References;

namespace AirsPolicy.Runtime.Facts.Writing;

public sealed partial class FactWriter
{
    // What a schema says of the whole can be asked only when all is set. It is asked of the canonical JSON of the value.
    private void CheckHeld(CompiledShape shape, int slot, string pointer)
    {
        if (!shape.IsHeld || _failure is not null)
            return;
        if (shape.Kind == ShapeKind.Record)
            CheckMembers(shape, slot, pointer);
        else if (shape.Kind == ShapeKind.List)
            CheckHeldItems(shape, slot, pointer);
        if (shape.Schema is not { } schema || _failure is not null)
            return;
        var json = _frame.Canonical.Of(_frame, slot, shape);
        if (shape.Check is { } check && _json.Fits(check, json, _frame))
            return;
        // Only that the value is refused has been found out; the plain validator says what is wrong with it and where.
        var verdict = schema.Validate(json);
        if (verdict.Kind != SchemaVerdictKind.Fits)
            Fail(
                verdict.Kind == SchemaVerdictKind.Misfit ? FailureKind.MisfitFact : FailureKind.OverLimit,
                pointer + verdict.ValuePath,
                verdict.Problem);
        else if (shape.Check is not null)
            Fail(FailureKind.MisfitFact, pointer, "does not fit its JSON Schema");
    }

    private void CheckMembers(CompiledShape record, int slot, string pointer)
    {
        foreach (var member in record.Members)
        {
            if (_frame.Has(slot + member.Offset))
                CheckHeld(member.Shape, slot + member.Offset, JsonPointer.Append(pointer, member.Member.WireName));
            else if (record.Strict && !member.Member.Optional)
                Fail(FailureKind.MisfitFact, pointer, $"lacks its member '{member.Member.WireName}'");
        }
    }

    private void CheckHeldItems(CompiledShape list, int slot, string pointer)
    {
        var handle = _frame.Long(slot);
        for (var i = 0; i < Handle.Length(handle); i++)
            CheckHeld(list.Inner!, Handle.Start(handle) + i * list.Inner!.Width, JsonPointer.Append(pointer, i));
    }

    private void Fail(FailureKind kind, string pointer, string problem) =>
        _failure ??= new Failure(kind, $"'{pointer}' {problem}.");
}
