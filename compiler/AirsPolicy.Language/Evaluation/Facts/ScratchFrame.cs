using System.Diagnostics;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Evaluation.Facts;

/// <summary>Puts one value into a frame of its own, as the functions of the runtime take it.</summary>
internal static class ScratchFrame
{
    /// <summary>A frame whose first slots hold the value, or null where it takes more room than a frame has.</summary>
    public static FactFrame? Of(Value value, Shape shape)
    {
        var frame = new FactFrame();
        frame.Reset(SlotLayout.Width(shape));
        return Write(frame, 0, value, shape) ? frame : null;
    }

    private static bool Write(FactFrame frame, int slot, Value value, Shape shape)
    {
        switch (value, shape)
        {
            case (_, RestrictedShape restricted):
                return Write(frame, slot, value, restricted.Inner);
            case (BoolValue truth, _):
                frame.Set(slot, truth.Truth ? 1L : 0L);
                return true;
            case (NumberValue number, _):
                frame.Set(slot, number.Number);
                return true;
            case (DecimalValue number, _):
                frame.Set(slot, number.Number);
                return true;
            case (TextValue text, _):
                return WriteText(frame, slot, text.Text);
            case (JsonValue json, _):
                return WriteText(frame, slot, json.Json);
            case (ListValue list, ListShape items):
                return WriteList(frame, slot, list, items.Element);
            case (RecordValue record, RecordShape members):
                return WriteRecord(frame, slot, record, members);
            default:
                throw new UnreachableException($"A {value.GetType().Name} does not lie in a frame as {shape}.");
        }
    }

    private static bool WriteText(FactFrame frame, int slot, string text)
    {
        var handle = frame.AddText(text);
        frame.Set(slot, handle);
        return handle >= 0;
    }

    private static bool WriteList(FactFrame frame, int slot, ListValue list, Shape element)
    {
        var width = SlotLayout.Width(element);
        var first = frame.AddSlots(list.Items.Count * width);
        if (first < 0)
            return false;
        frame.Set(slot, Handle.Of(first, list.Items.Count));
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (!Write(frame, first + i * width, list.Items[i], element))
                return false;
        }
        return true;
    }

    private static bool WriteRecord(FactFrame frame, int slot, RecordValue record, RecordShape shape)
    {
        frame.Set(slot, 1L);
        foreach (var member in shape.Members)
        {
            if (record.Find(member.Name) is var value and not AbsentValue && !Write(frame, slot + SlotLayout.Offset(shape, member.Name), value, member.Shape))
                return false;
        }
        return true;
    }
}
