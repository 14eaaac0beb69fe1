namespace AirsPolicy.Runtime.Numbers;

/// <summary>Decimal numbers as text: the grammar of JSON numbers, at most 28 significant digits, no culture.</summary>
public static class DecimalText
{
    /// <summary>The most characters that <see cref="Format(decimal)"/> writes.</summary>
    public const int MaxLength = 64;

    /// <summary>Reads a text that is one number and nothing else, such as <c>-12.50</c> or <c>1e3</c>.</summary>
    /// <returns>False where it is not a number or a decimal cannot hold it exactly.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        return NumberScanner.Parse(text, out var number) == NumberStatus.Read && number.TryToDecimal(out value);
    }

    /// <summary>
    /// The exact value of a double's shortest text that reads back to it, so that 0.1 becomes 0.1 and not the binary fraction beside it.
    /// </summary>
    /// <returns>False for values that are not finite and for those that a decimal cannot hold exactly.</returns>
    public static bool TryFromDouble(double value, out decimal exact)
    {
        exact = 0;
        Span<char> text = stackalloc char[32];
        return double.IsFinite(value)
            && value.TryFormat(text, out var length, "R", System.Globalization.CultureInfo.InvariantCulture)
            && TryParse(text[..length], out exact);
    }

    /// <summary>The one way a value is written: no exponent, no trailing zeros, no sign on zero (<c>12.5</c>).</summary>
    public static string Format(decimal value)
    {
        Span<char> text = stackalloc char[MaxLength];
        return text[..Format(value, text)].ToString();
    }

    /// <summary>Writes the text of <see cref="Format(decimal)"/> and gives its length.</summary>
    /// <param name="destination">At least <see cref="MaxLength"/> characters.</param>
    public static int Format(decimal value, Span<char> destination)
    {
        value.TryFormat(destination, out var length, "F28", System.Globalization.CultureInfo.InvariantCulture);
        while (destination[length - 1] == '0')
            length--;
        if (destination[length - 1] == '.')
            length--;
        if (length == 2 && destination[0] == '-' && destination[1] == '0')
        {
            destination[0] = '0';
            length = 1;
        }
        return length;
    }
}
