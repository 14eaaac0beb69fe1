using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Checks;
using AirsPolicy.Runtime.Facts.Layout;

namespace AirsPolicy.Runtime.Facts.Json;

internal ref partial struct FactScan
{
    private bool ReadRecord(CompiledShape shape, int slot, ValueCheck? check)
    {
        var start = _json.At;
        if (!_json.Open())
            return false;
        _frame.Set(slot, 1L);
        var state = new CheckState();
        var seen = new Seen();
        if (_json.Next() == '}')
            return CloseRecord(shape, slot) && (check is null || CloseChecked(check, start, state));
        // Hosts mostly write members in the order that they are declared in, so the next one is tried first.
        var expected = 0;
        while (true)
        {
            if (_json.Next() != '"')
                return _json.Unreadable("the '\"' of a name");
            var quote = _json.At;
            if (expected < shape.Members.Length && shape.Names.StandsAt(_json.Json, quote + 1, expected, out var length))
            {
                _json.At += length + 2;
            }
            else
            {
                if (!_json.TakeName(out var name, out _))
                    return false;
                expected = shape.Names.Find(name);
            }
            if (expected < 0)
            {
                if (!ReadUnlisted(shape, slot, ref seen, quote, check?.Record, ref state))
                    return false;
            }
            else if (!ReadMember(shape, expected, expected, slot, ref seen, check?.Record, ref state))
            {
                return false;
            }
            expected++;
            var next = _json.Next();
            if (next == '}')
                return CloseRecord(shape, slot) && (check is null || CloseChecked(check, start, state));
            if (next != ',')
                return _json.Unreadable("',' or '}'");
            _json.At++;
        }
    }

    // Reads what stands behind a name. Members of the tool are counted behind those of the root.
    private bool ReadMember(CompiledShape record, int index, int counted, int slot, ref Seen seen, RecordCheck? check, ref CheckState state)
    {
        if (!seen.Add(counted, record.Names, index, ref _json))
        {
            _json.Repeated();
            return _json.Misfit.Under(record.Names[index]);
        }
        var member = record.Members[index];
        if (!_json.Take((byte)':', "':'"))
            return _json.Misfit.Under(record.Names[index]);
        var isNull = _json.Next() == 'n';
        // Of the point or of the tool: no record lies around it.
        var isFact = slot == 0 || counted != index;
        if (isFact)
            _hasUnlisted = false;
        var start = _json.At;
        var fits = check is not null ? ReadChecked(record, member.Shape, slot + member.Offset, check.Members[index], ref state)
            : isNull ? ReadNull(record, member.Shape)
            : ReadValue(member.Shape, slot + member.Offset);
        return fits && (!isFact || !_hasUnlisted || KeepWhole(member, slot, start)) || _json.Misfit.Under(record.Names[index]);
    }

    // What people approve they approve whole, whatever of it the policy knows.
    private bool KeepWhole(CompiledMember fact, int slot, int start)
    {
        if (!_layout.IsAsked(fact))
            return true;
        if (!KeepJson(start, out var json))
            return false;
        _frame.KeepWhole(slot + fact.Offset, json);
        return true;
    }

    // A name that the record does not list: a fact of the tool at the root; passed over in an open record; else a misfit.
    private bool ReadUnlisted(CompiledShape shape, int slot, ref Seen seen, int quote, RecordCheck? check, ref CheckState state)
    {
        var tools = slot == 0 && _layout.ToolMember >= 0;
        if (tools && _tool < 0 && !FindTool())
            return false;
        _json.At = quote;
        _json.TakeName(out var name, out var start);
        if (tools)
        {
            var tool = _layout.Tools[_tool];
            var index = tool.Names.Find(name);
            _frame.Set(_layout.ToolRegion, 1L);
            if (index >= 0)
                return ReadMember(tool, index, _layout.Root.Members.Length + index, _layout.ToolRegion, ref seen, null, ref state);
        }
        if (!shape.Open)
        {
            _json.Misfit.Note(FailureKind.MisfitFact, "is not known here, where " + Known(shape, tools ? _layout.Tools[_tool] : null));
            return _json.Misfit.Under(name);
        }
        if (!seen.Add(name, start, ref _json))
        {
            _json.Repeated();
            return _json.Misfit.Under(name);
        }
        var end = _json.At - 1;
        _hasUnlisted = true;
        return PassUnlisted(check, name, ref state) || _json.Misfit.Under(_json.Json[(quote + 1)..end]);
    }

    // The tool may stand behind its arguments: looks ahead for it, once, and comes back. The cursor is behind a name of the root.
    private bool FindTool()
    {
        var at = _json.At;
        if (!_frame.Has(_layout.ToolSlot) && !LookAheadForTool())
            return false;
        _tool = (int)_frame.Long(_layout.ToolSlot);
        _json.At = at;
        return true;
    }

    private bool LookAheadForTool()
    {
        while (true)
        {
            if (!_json.Take((byte)':', "':'") || !_json.Skip())
                return false;
            if (_json.Next() == '}')
                return NoTool();
            if (!_json.Take((byte)',', "',' or '}'"))
                return false;
            if (!_json.TakeName(out var name, out _))
                return false;
            if (!name.SequenceEqual("tool"u8))
                continue;
            var at = _json.At;
            if (!_json.Take((byte)':', "':'"))
                return false;
            if (_json.Next() == 'n')
                _json.At = at;
            else
                return ReadValue(_layout.Root.Members[_layout.ToolMember].Shape, _layout.ToolSlot) || _json.Misfit.Under("tool");
        }
    }

    private static string Known(CompiledShape record, CompiledShape? tool)
    {
        const int listed = 20;
        var names = record.Members.Concat(tool?.Members ?? []).Select(m => $"'{m.Member.WireName}'").ToList();
        return names.Count == 0
            ? "no member fits"
            : string.Join(", ", names.Take(listed))
                + (
                    names.Count > listed ? " and others fit"
                    : names.Count == 1 ? " fits"
                    : " fit");
    }
}
