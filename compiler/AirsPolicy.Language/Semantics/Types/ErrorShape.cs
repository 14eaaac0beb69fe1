using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Types;

/// <summary>
/// The shape of what is declared wrongly. Its mistake is reported where it is written; whoever meets it passes over the rest. It never
/// reaches a model, since an error keeps the model from being built.
/// </summary>
internal sealed record ErrorShape : Shape
{
    public static readonly ErrorShape Instance = new();
}
