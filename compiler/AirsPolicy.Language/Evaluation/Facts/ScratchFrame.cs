using System.Diagnostics;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Evaluation.Facts;

/// <summary>Puts one value into a frame of its own, as the functions of the runtime take it.</summary>
internal static class ScratchFrame
{
    /// <summary>A frame whose first slots hold the value.</summary>
    public static FactFrame Of(Value value, Shape shape)
    {
        var frame = new FactFrame();
        frame.Reset(SlotLayout.Width(shape));
        Write(frame, 0, value, shape);
        return frame;
    }

    /// <summary>A frame that holds one value and another behind it.</summary>
    public static FactFrame Of(Value first, Shape firstShape, Value second, Shape secondShape)
    {
        var frame = new FactFrame();
        frame.Reset(SlotLayout.Width(firstShape) + SlotLayout.Width(secondShape));
        Write(frame, 0, first, firstShape);
        Write(frame, SlotLayout.Width(firstShape), second, secondShape);
        return frame;
    }

    private static void Write(FactFrame frame, int slot, Value value, Shape shape)
    {
        switch (value, shape)
        {
            case (_, RestrictedShape restricted):
                Write(frame, slot, value, restricted.Inner);
                break;
            case (BoolValue truth, _):
                frame.Set(slot, truth.Truth ? 1L : 0L);
                break;
            case (NumberValue number, _):
                frame.Set(slot, number.Number);
                break;
            case (DecimalValue number, _):
                frame.Set(slot, number.Number);
                break;
            case (TextValue text, _):
                frame.Set(slot, frame.AddValue(text.Text));
                break;
            case (JsonValue json, _):
                frame.Set(slot, frame.AddValue(json.Json));
                break;
            case (ListValue list, ListShape items):
                WriteList(frame, slot, list, items.Element);
                break;
            case (RecordValue record, RecordShape members):
                WriteRecord(frame, slot, record, members);
                break;
            default:
                throw new UnreachableException($"A {value.GetType().Name} does not lie in a frame as {shape}.");
        }
    }

    private static void WriteList(FactFrame frame, int slot, ListValue list, Shape element)
    {
        var width = SlotLayout.Width(element);
        var first = frame.AddValueSlots(list.Items.Count * width);
        frame.Set(slot, Handle.Of(first, list.Items.Count));
        for (var i = 0; i < list.Items.Count; i++)
            Write(frame, first + i * width, list.Items[i], element);
    }

    private static void WriteRecord(FactFrame frame, int slot, RecordValue record, RecordShape shape)
    {
        frame.Set(slot, 1L);
        foreach (var member in shape.Members)
        {
            if (record.Find(member.Name) is var value and not AbsentValue)
                Write(frame, slot + SlotLayout.Offset(shape, member.Name), value, member.Shape);
        }
    }
}
