using AirsPolicy.Collections;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Symbols.Points;

/// <summary>The shapes that the tables of facts are written with.</summary>
internal static class FactShapes
{
    public static readonly Shape TextValue = TextShape.Instance;
    public static readonly Shape Int = IntShape.Instance;
    public static readonly Shape Bool = BoolShape.Instance;
    public static readonly Shape Share = ShareShape.Instance;
    public static readonly Shape Duration = DurationShape.Instance;
    public static readonly Shape Texts = new ListShape(TextShape.Instance);

    /// <summary>How much harm a tool can do, rising.</summary>
    public static readonly EnumShape ToolClass = Rising("tool_class", "read_only", "reversible", "irreversible", "privileged");

    /// <summary>How severe the use case is, rising; the ladder of the framework.</summary>
    public static readonly EnumShape Tier = Rising("tier", "low", "medium", "high", "critical");

    /// <summary>The state of a layer that may have failed, rising.</summary>
    public static readonly EnumShape PaceState = Rising("pace_state", "primary", "alternate", "contingency", "emergency");

    /// <summary>How confidential a text is, rising.</summary>
    public static readonly EnumShape Classification = Rising("classification", "public", "internal", "confidential", "restricted");

    /// <summary>A day of the week, as <c>weekday</c> gives it.</summary>
    public static readonly EnumShape Weekday =
        OneOf("weekday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    public static EnumShape Rising(string name, params ReadOnlySpan<string> names) => new(ValueList.Create(names), Rising: true, name);

    public static EnumShape OneOf(string name, params ReadOnlySpan<string> names) => new(ValueList.Create(names), Rising: false, name);

    public static ListShape List(Shape element) => new(element);

    public static RecordShape Record(params ReadOnlySpan<ShapeMember> members) => new(ValueList.Create(members), Open: true);

    public static ShapeMember Member(string name, Shape shape, bool optional = false) => new(name, name, shape, optional);
}
