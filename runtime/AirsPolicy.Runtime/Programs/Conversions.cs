using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Runtime.Programs;

/// <summary>What emitted code does with values that needs no evaluation and cannot fail.</summary>
public static class Conversions
{
    /// <summary>The decimal or amount with the other sign.</summary>
    [PolicyCallable]
    public static decimal Negate(decimal value) => -value;

    /// <summary>An int as a decimal.</summary>
    [PolicyCallable]
    public static decimal ToDecimal(long value) => value;

    /// <summary>A share as a decimal: 85% is 0.85.</summary>
    [PolicyCallable]
    public static decimal ShareToDecimal(long share) => CheckedArithmetic.ShareToDecimal(share);

    /// <summary>A truth as it lies in a slot.</summary>
    [PolicyCallable]
    public static long Truth(bool value) => value ? 1 : 0;
}
