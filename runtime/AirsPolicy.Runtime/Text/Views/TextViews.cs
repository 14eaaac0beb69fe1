namespace AirsPolicy.Runtime.Text.Views;

/// <summary>Writes the view of a text that a detector asks for.</summary>
public static class TextViews
{
    /// <summary>Fills <paramref name="target"/>, whatever it held before. Allocates nothing once the target has grown to its texts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind is not one of the enumeration.</exception>
    public static void Write(TextViewKind kind, ReadOnlySpan<char> source, TextView target)
    {
        ArgumentNullException.ThrowIfNull(target);
        switch (kind)
        {
            case TextViewKind.Plain:
                target.Clear(source.Length);
                target.AppendRun(source, 0);
                break;
            case TextViewKind.Folded:
                Folding.Fold(source, target);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind));
        }
    }
}
