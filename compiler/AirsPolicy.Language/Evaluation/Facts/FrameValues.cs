using System.Diagnostics;
using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Evaluation.Facts;

/// <summary>Takes values out of a frame.</summary>
internal static class FrameValues
{
    /// <summary>The value of a present slot.</summary>
    public static Value Read(FactFrame frame, int slot, Shape shape) => shape switch
    {
        BoolShape => BoolValue.Of(frame.Bool(slot)),
        IntShape or ShareShape or DurationShape or InstantShape or DateShape or SizeShape or EnumShape => new NumberValue(frame.Long(slot)),
        DecimalShape or MoneyShape => new DecimalValue(frame.Decimal(slot)),
        TextShape => new TextValue(new string(frame.Chars(frame.Long(slot)))),
        AnyShape => new JsonValue(new string(frame.Chars(frame.Long(slot)))),
        RestrictedShape restricted => Read(frame, slot, restricted.Inner),
        ListShape list => ReadList(frame, slot, list),
        RecordShape record => ReadRecord(frame, slot, record),
        _ => throw new UnreachableException($"No value has the shape {shape}."),
    };

    private static ListValue ReadList(FactFrame frame, int slot, ListShape list)
    {
        var handle = frame.Long(slot);
        var width = SlotLayout.Width(list.Element);
        var items = new Value[Handle.Length(handle)];
        for (var i = 0; i < items.Length; i++)
            items[i] = Read(frame, Handle.Start(handle) + i * width, list.Element);
        return new ListValue(ValueList.Create<Value>(items));
    }

    private static RecordValue ReadRecord(FactFrame frame, int slot, RecordShape record)
    {
        var members = new List<MemberValue>(record.Members.Count);
        var offset = 1;
        foreach (var member in record.Members)
        {
            if (frame.Has(slot + offset))
                members.Add(new MemberValue(member.Name, member.WireName, Read(frame, slot + offset, member.Shape)));
            offset += SlotLayout.Width(member.Shape);
        }
        return new RecordValue(members.ToValueList());
    }
}
