using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Types;

/// <summary>
/// The shape of what is declared wrongly. Its mistake is reported where it is written; whoever meets it passes over the rest. It never
/// reaches a model, since an error keeps the model from being built.
/// </summary>
internal sealed record ErrorShape : Shape
{
    public static readonly ErrorShape Instance = new();

    /// <summary>Whether a shape has a part that is declared wrongly, so that no value can be held against it.</summary>
    public static bool IsIn(Shape shape) => shape switch
    {
        ErrorShape => true,
        ListShape list => IsIn(list.Element),
        RecordShape record => record.Members.AsEnumerable().Any(member => IsIn(member.Shape)),
        RestrictedShape restricted => IsIn(restricted.Inner),
        _ => false,
    };
}
