using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Text;
using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.Runtime.Facts.Layout;

public sealed partial class CompiledShape
{
    // Shares have six places, durations seven: a tick is 100 ns.
    private const int SharePlaces = 6;
    private const int TickPlaces = 7;

    /// <summary>Not every text fits.</summary>
    internal bool IsBoundedText => Minimum > 0 || Maximum < long.MaxValue || Pattern is not null;

    /// <summary>Whether a text keeps to the bounds and the pattern.</summary>
    internal bool FitsText(ReadOnlySpan<char> text, PatternScratch scratch) =>
        TextMeasures.HasScalars(text, Minimum, Maximum) && (Pattern is null || Pattern.IsMatch(text, scratch));

    /// <summary>Whether a decimal or an amount keeps to the bounds.</summary>
    internal bool FitsDecimal(decimal value)
    {
        if (Shape is not DecimalShape bounds)
            return true;
        if (bounds.Minimum is { } least && (bounds.MinimumExcluded ? value <= least : value < least))
            return false;
        return bounds.Maximum is not { } most || (bounds.MaximumExcluded ? value < most : value <= most);
    }

    /// <summary>Whether a value, as in a slot, lies in the range of the shape.</summary>
    internal bool FitsScalar(long value) => Kind switch
    {
        ShapeKind.Int => value >= Minimum && value <= Maximum,
        ShapeKind.Share => value is >= 0 and <= Millionths.Whole,
        ShapeKind.Duration or ShapeKind.Size => value >= 0,
        ShapeKind.Instant => value is >= 0 and <= CheckedArithmetic.MaxInstant,
        ShapeKind.Date => value is >= 0 and <= CheckedArithmetic.MaxDate,
        _ => false,
    };

    /// <summary>The slot of a number in JSON: an int, a share of the whole, seconds or bytes.</summary>
    internal bool TryScalar(ExactNumber number, out long value)
    {
        value = 0;
        return Kind switch
        {
            ShapeKind.Int or ShapeKind.Size => number.TryToInt64(out value),
            ShapeKind.Share => number.TryToScaledInt64(SharePlaces, out value),
            ShapeKind.Duration => number.TryToScaledInt64(TickPlaces, out value),
            _ => false,
        } && FitsScalar(value);
    }

    /// <summary>The slot of a text in JSON that writes a duration, size, date or instant.</summary>
    internal bool TryWritten(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        return Kind switch
        {
            ShapeKind.Duration => DurationText.TryParse(text, out value),
            ShapeKind.Size => SizeText.TryParse(text, out value),
            ShapeKind.Date => DateText.TryParse(text, out value),
            ShapeKind.Instant => InstantText.TryParse(text, out value),
            _ => false,
        } && FitsScalar(value);
    }
}
