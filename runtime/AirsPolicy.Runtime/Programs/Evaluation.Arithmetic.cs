using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Runtime.Programs;

/// <summary>The closed table of arithmetic; a result outside its type fails the rule.</summary>
public sealed partial class Evaluation
{
    [PolicyCallable]
    public long Add(long a, long b) => Checked(CheckedArithmetic.TryAdd(a, b, out var result), result);

    [PolicyCallable]
    public long Subtract(long a, long b) => Checked(CheckedArithmetic.TrySubtract(a, b, out var result), result);

    [PolicyCallable]
    public long Multiply(long a, long b) => Checked(CheckedArithmetic.TryMultiply(a, b, out var result), result);

    [PolicyCallable]
    public long Negate(long a) => Checked(CheckedArithmetic.TryNegate(a, out var result), result);

    [PolicyCallable]
    public decimal AddDecimals(decimal a, decimal b) => Checked(CheckedArithmetic.TryAdd(a, b, out var result), result);

    [PolicyCallable]
    public decimal SubtractDecimals(decimal a, decimal b) => Checked(CheckedArithmetic.TrySubtract(a, b, out var result), result);

    [PolicyCallable]
    public decimal MultiplyDecimals(decimal a, decimal b) => Checked(CheckedArithmetic.TryMultiply(a, b, out var result), result);

    [PolicyCallable]
    public decimal MultiplyByInt(decimal a, long b) => Checked(CheckedArithmetic.TryMultiply(a, b, out var result), result);

    [PolicyCallable]
    public decimal MultiplyByShare(decimal a, long share) =>
        Checked(CheckedArithmetic.TryMultiplyByShare(a, share, out var result), result);

    [PolicyCallable]
    public decimal ShareByInt(long share, long factor) => Checked(CheckedArithmetic.TryShareByInt(share, factor, out var result), result);

    [PolicyCallable]
    public long AddToInstant(long instant, long duration) =>
        Checked(CheckedArithmetic.TryAddToInstant(instant, duration, out var result), result);

    [PolicyCallable]
    public long SubtractFromInstant(long instant, long duration) =>
        Checked(CheckedArithmetic.TrySubtractFromInstant(instant, duration, out var result), result);

    [PolicyCallable]
    public long AddToDate(long date, long duration) => Checked(CheckedArithmetic.TryAddToDate(date, duration, out var result), result);

    [PolicyCallable]
    public long SubtractFromDate(long date, long duration) =>
        Checked(CheckedArithmetic.TrySubtractFromDate(date, duration, out var result), result);

    [PolicyCallable]
    public long DateDifference(long a, long b) => Checked(CheckedArithmetic.TryDateDifference(a, b, out var result), result);

    [PolicyCallable]
    public long AddSizes(long a, long b) => Checked(CheckedArithmetic.TryAddSizes(a, b, out var result), result);

    [PolicyCallable]
    public long MultiplySize(long size, long factor) => Checked(CheckedArithmetic.TryMultiplySize(size, factor, out var result), result);

    private T Checked<T>(bool fits, T result)
        where T : struct
    {
        if (fits)
            return result;
        Fail(FailureKind.Overflow, "A number left the range of its type.");
        return default;
    }
}
