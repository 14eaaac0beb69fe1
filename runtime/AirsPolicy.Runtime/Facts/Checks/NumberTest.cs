using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Runtime.Facts.Checks;

/// <summary>What one schema asks of a number.</summary>
/// <param name="part">The schema.</param>
internal abstract class NumberTest(ulong part)
{
    public ulong Part => part;

    public abstract bool Holds(ExactNumber number);
}

/// <summary>The keywords that bound numbers from below or above.</summary>
/// <param name="bound">The bound.</param>
/// <param name="sign">1 where numbers above the bound fit, -1 where those below it do.</param>
/// <param name="excluded">The bound itself does not fit.</param>
internal sealed class BoundTest(ulong part, ExactNumber bound, int sign, bool excluded) : NumberTest(part)
{
    public override bool Holds(ExactNumber number) =>
        ExactOrder.Compare(number, bound) * sign is var order && (excluded ? order > 0 : order >= 0);
}

/// <summary><c>multipleOf</c>.</summary>
/// <param name="coefficient">The digits of the divisor, the last of them not zero.</param>
/// <param name="exponent">The power of ten that they are multiplied by.</param>
internal sealed class MultipleTest(ulong part, ulong coefficient, int exponent) : NumberTest(part)
{
    public override bool Holds(ExactNumber number) => ExactOrder.IsMultiple(number, coefficient, exponent);
}

/// <summary>The numbers of <c>enum</c> and <c>const</c>.</summary>
internal sealed class NumberListTest : NumberTest
{
    private static readonly Comparer<ExactNumber> s_order = Comparer<ExactNumber>.Create(ExactOrder.Compare);

    private readonly ExactNumber[] _numbers;

    public NumberListTest(ulong part, IEnumerable<ExactNumber> numbers)
        : base(part) =>
        _numbers = [.. numbers.Order(s_order)];

    public override bool Holds(ExactNumber number) => Array.BinarySearch(_numbers, number, s_order) >= 0;
}
