using System.Diagnostics;
using System.Text.Json.Nodes;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>Facts that fit a layout as JSON; a few lack a fact that is not optional, and a few do not fit.</summary>
internal sealed class FactsDraw(Draw draw, ValueDraw values)
{
    private static readonly ValueList<string> s_people = ["ann", "bob", ""];

    public string Of(PointLayout layout) => Tree(layout, faults: true).ToJsonString();

    /// <summary>The facts of a request of a session.</summary>
    /// <param name="now">When it is made, in ticks.</param>
    /// <param name="faults">Something may be missing or not fit.</param>
    public string Of(PointLayout layout, string session, long now, bool faults)
    {
        var root = Tree(layout, faults);
        root["now"] = InstantText.Format(now);
        if (!faults || !draw.Chance(2))
            root["session"] = new JsonObject { ["id"] = session };
        root["user"] = new JsonObject { ["id"] = $"user of {session}" };
        return root.ToJsonString();
    }

    private JsonObject Tree(PointLayout layout, bool faults)
    {
        var root = Record(layout.Facts);
        // Nobody has approved anything yet, whatever a request says.
        if (layout.Facts.Find("approvals") is not null && draw.Chance(30))
            root["approvals"] = new JsonArray([
                .. draw.Many(1, 4, () => new JsonObject { ["queue"] = draw.From(PolicyDraw.QueueNames), ["by"] = draw.From(s_people) }),
            ]);
        if (layout.Tools.Count > 0)
        {
            var tool = draw.From(layout.Tools);
            root["tool"] = draw.Chance(3) && faults ? "undeclared" : tool.WireName;
            foreach (var (name, value) in Record(tool.Facts).ToList())
                root[name] = value?.DeepClone();
        }
        if (!faults)
            return root;
        for (var missing = draw.Chance(4) ? draw.Between(1, 3) : 0; missing > 0; missing--)
            root.Remove(draw.From(root.Select(member => member.Key).ToList()));
        if (draw.Chance(2))
            root[draw.From(root.Select(member => member.Key).ToList())] = new JsonArray(new JsonObject());
        return root;
    }

    private JsonObject Record(RecordShape shape)
    {
        var record = new JsonObject();
        foreach (var member in shape.Members)
        {
            if (!member.Optional || draw.Chance(60))
                record[member.WireName] = Value(member.Shape);
            else if (draw.Chance(20))
                record[member.WireName] = null;
        }
        return record;
    }

    private JsonNode Value(Shape shape) => shape switch
    {
        RecordShape record => Record(record),
        ListShape list => new JsonArray([.. draw.Many(0, 4, () => Value(list.Element))]),
        AnyShape => Any(2),
        _ => Scalar(values.Of(shape), shape),
    };

    private JsonNode Any(int depth) => draw.Below(depth > 0 ? 5 : 3) switch
    {
        0 => JsonValue.Create(draw.Between(0, 3)),
        1 or 2 => JsonValue.Create(values.Text())!,
        3 => new JsonArray([.. draw.Many(0, 3, () => Any(depth - 1))]),
        _ => new JsonObject { ["a"] = Any(depth - 1), [values.Text()] = Any(depth - 1), ["n"] = null },
    };

    private static JsonNode Scalar(object value, Shape shape) => (value, shape) switch
    {
        (bool truth, _) => JsonValue.Create(truth),
        (decimal number, _) => JsonValue.Create(number),
        (string text, _) => JsonValue.Create(text)!,
        (long index, EnumShape names) => JsonValue.Create(names.Names[(int)index])!,
        (long millionths, ShareShape) => JsonValue.Create(CheckedArithmetic.ShareToDecimal(millionths)),
        (long ticks, DurationShape) => JsonValue.Create(DurationText.Format(ticks))!,
        (long ticks, InstantShape) => JsonValue.Create(InstantText.Format(ticks))!,
        (long day, DateShape) => JsonValue.Create(DateText.Format(day))!,
        (long number, _) => JsonValue.Create(number),
        _ => throw new UnreachableException(),
    };
}
