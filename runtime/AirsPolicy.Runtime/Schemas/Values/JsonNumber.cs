using System.Globalization;
using System.Numerics;

namespace AirsPolicy.Runtime.Schemas.Values;

/// <summary>
/// A number as its text gives it, of any size and never through a double: <c>Coefficient · 10^Exponent</c>. The coefficient does not end
/// in zero, so that equal numbers have equal parts and a negative exponent always means a fraction.
/// </summary>
internal readonly record struct JsonNumber : IComparable<JsonNumber>
{
    /// <summary>How many digits a number may be written with. Beyond, comparing and dividing would no longer be quick.</summary>
    public const int MaxDigits = 1_000;

    /// <summary>The greatest exponent that may be written, either way.</summary>
    public const int MaxExponent = 1_000_000;

    private readonly int _digits;

    private JsonNumber(BigInteger coefficient, int exponent, int digits)
    {
        Coefficient = coefficient;
        Exponent = exponent;
        _digits = digits;
    }

    public BigInteger Coefficient { get; }

    public int Exponent { get; }

    /// <summary>Whether there is no fraction: 1.0 is an integer.</summary>
    public bool IsInteger => Exponent >= 0;

    /// <summary>Reads a text in the grammar of JSON numbers.</summary>
    /// <returns>False where it is longer than <see cref="MaxDigits"/> or its exponent is beyond <see cref="MaxExponent"/>.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out JsonNumber number)
    {
        number = default;
        var negative = text[0] == '-';
        var mantissa = negative ? text[1..] : text;
        var exponent = 0L;
        if (mantissa.IndexOfAny((byte)'e', (byte)'E') is var e and >= 0)
        {
            if (!TryReadExponent(mantissa[(e + 1)..], out exponent))
                return false;
            mantissa = mantissa[..e];
        }
        if (mantissa.Length > MaxDigits)
            return false;
        Span<char> digits = stackalloc char[mantissa.Length];
        var count = 0;
        var point = mantissa.IndexOf((byte)'.');
        foreach (var b in mantissa)
        {
            if (b != '.')
                digits[count++] = (char)b;
        }
        if (point >= 0)
            exponent -= count - point;
        number = Of(negative, digits[..count].TrimStart('0'), (int)exponent);
        return true;
    }

    public int CompareTo(JsonNumber other)
    {
        if (Coefficient.Sign != other.Coefficient.Sign || Coefficient.IsZero)
            return Coefficient.Sign.CompareTo(other.Coefficient.Sign);
        // The place of the first digit decides nearly always; where it is the same, the exponents differ by the digits at most.
        var magnitude = (_digits + Exponent).CompareTo(other._digits + other.Exponent);
        if (magnitude != 0)
            return magnitude * Coefficient.Sign;
        var common = Math.Min(Exponent, other.Exponent);
        return (Coefficient * BigInteger.Pow(10, Exponent - common)).CompareTo(
            other.Coefficient * BigInteger.Pow(10, other.Exponent - common));
    }

    /// <summary>Whether dividing by a number above zero leaves nothing.</summary>
    public bool IsMultipleOf(JsonNumber divisor)
    {
        if (Coefficient.IsZero)
            return true;
        // Ten to the power of what the divisor's exponent is higher would have to divide the coefficient, which does not end in zero.
        if (Exponent < divisor.Exponent)
            return false;
        var shift = BigInteger.ModPow(10, Exponent - divisor.Exponent, divisor.Coefficient);
        return (Coefficient % divisor.Coefficient * shift % divisor.Coefficient).IsZero;
    }

    private static JsonNumber Of(bool negative, ReadOnlySpan<char> digits, int exponent)
    {
        var significant = digits.TrimEnd('0');
        if (significant.IsEmpty)
            return default;
        var coefficient = BigInteger.Parse(significant, NumberStyles.None, CultureInfo.InvariantCulture);
        return new JsonNumber(negative ? -coefficient : coefficient, exponent + digits.Length - significant.Length, significant.Length);
    }

    private static bool TryReadExponent(ReadOnlySpan<byte> text, out long exponent)
    {
        exponent = 0;
        foreach (var b in text)
        {
            if (b is (byte)'-' or (byte)'+')
                continue;
            exponent = exponent * 10 + (b - '0');
            if (exponent > MaxExponent)
                return false;
        }
        if (text[0] == '-')
            exponent = -exponent;
        return true;
    }
}
