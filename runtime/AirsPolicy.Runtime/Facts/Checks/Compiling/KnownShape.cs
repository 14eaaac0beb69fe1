using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Runtime.Facts.Checks.Compiling;

/// <summary>What the shape of a value says about it by itself, so that the schema need not be asked.</summary>
/// <param name="shape">The shape, or null where the value has none.</param>
/// <param name="mayBeNull">Null is taken beside what fits the shape.</param>
internal sealed class KnownShape(CompiledShape? shape, bool mayBeNull)
{
    /// <summary>
    /// The shape says something. Other shapes take values in forms that schemas do not see, and are asked as if they had none.
    /// </summary>
    public bool IsKnown { get; } =
        shape?.Kind
        is ShapeKind.Bool
            or ShapeKind.Int
            or ShapeKind.Decimal
            or ShapeKind.Text
            or ShapeKind.Enum
            or ShapeKind.List
            or ShapeKind.Record;

    public ShapeKind? Kind => IsKnown ? shape!.Kind : null;

    /// <summary>Every text has a length within bounds.</summary>
    public bool HasLength(int least, int most) => Kind == ShapeKind.Text && shape!.Minimum >= least && shape.Maximum <= most;

    /// <summary>Every text has a match of a pattern.</summary>
    public bool HasMatch(string pattern) => Kind == ShapeKind.Text && ((TextShape)shape!.Shape).Pattern == pattern;

    /// <summary>Every number keeps to a bound.</summary>
    /// <param name="sign">1 where numbers above the bound fit, -1 where those below it do.</param>
    public bool KeepsTo(ExactNumber bound, int sign, bool excluded)
    {
        var (own, ownExcluded) = shape?.Shape switch
        {
            IntShape i => (ExactNumber.Of(sign > 0 ? i.Minimum : i.Maximum), false),
            DecimalShape d when (sign > 0 ? d.Minimum : d.Maximum) is { } value => (
                ExactNumber.Of(value / 1.0000000000000000000000000000m),
                sign > 0 ? d.MinimumExcluded : d.MaximumExcluded),
            _ => ((ExactNumber?)null, false),
        };
        return own is { } number
            && ExactOrder.Compare(number, bound) * sign is var order
            && (order > 0 || (order == 0 && (ownExcluded || !excluded)));
    }

    /// <summary>Every list has a number of items within bounds.</summary>
    public bool HasItems(int least, int most) => Kind == ShapeKind.List && shape!.Minimum >= least && shape.Maximum <= most;

    /// <summary>Whether a schema asked for can refuse what the shape takes; true where that is not known.</summary>
    public bool MayRefuse(ValueCheck check, CheckScratch scratch)
    {
        if (mayBeNull && check.OfNull() != 0)
            return true;
        return Kind switch
        {
            ShapeKind.Bool => (check.OfBool(true) | check.OfBool(false)) != 0,
            ShapeKind.Enum => Enumerable.Range(0, shape!.Names.Count).Any(i => check.OfText(shape.Names[i], scratch) != 0),
            ShapeKind.Int => check.MayRefuse(CheckedKind.Integer),
            ShapeKind.Decimal => check.MayRefuse(CheckedKind.Integer, CheckedKind.Fraction),
            ShapeKind.Text => check.MayRefuse(CheckedKind.Text),
            ShapeKind.List => check.MayRefuse(CheckedKind.List),
            ShapeKind.Record => check.MayRefuse(CheckedKind.Record),
            _ => true,
        };
    }
}
