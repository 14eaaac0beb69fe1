using System.Numerics;
using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Facts.Checks.Compiling;

/// <summary>Numbers of schemas as numbers of facts.</summary>
internal static class CheckNumbers
{
    private static readonly BigInteger s_limit = BigInteger.Pow(10, ExactNumber.MaxDigits);

    /// <summary>The number; false where no fact can be that number.</summary>
    public static bool TryExact(JsonNumber number, out ExactNumber exact)
    {
        var coefficient = BigInteger.Abs(number.Coefficient);
        exact = default;
        if (coefficient >= s_limit)
            return false;
        var magnitude = coefficient.IsZero
            ? 0
            : number.Exponent + coefficient.ToString(System.Globalization.CultureInfo.InvariantCulture).Length - 1;
        if (magnitude is > ExactNumber.MaxMagnitude or < -ExactNumber.MaxMagnitude)
            return false;
        exact = new ExactNumber(number.Coefficient.Sign < 0, (UInt128)coefficient, coefficient.IsZero ? 0 : number.Exponent);
        return true;
    }

    /// <summary>A whole number that is not negative, or the greatest int where it is more.</summary>
    public static int Count(JsonNumber number) =>
        number.Exponent > 9 ? int.MaxValue : (int)BigInteger.Min(int.MaxValue, number.Coefficient * BigInteger.Pow(10, number.Exponent));
}
