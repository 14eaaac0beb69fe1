namespace AirsPolicy.Runtime.Numbers;

/// <summary>Reads numbers in the grammar of JSON (RFC 8259 section 6) from UTF-8 text, exactly.</summary>
internal static class NumberScanner
{
    // Up to here an unsigned 64-bit coefficient cannot overflow.
    private const int FastDigits = 18;

    // A longer text is no number that somebody wrote down; zeros can make numbers in JSON longer.
    private const int MaxText = 128;

    // Beyond this every exponent is out of range, whatever the coefficient; keeps the sum from overflowing.
    private const int ExponentCap = 100_000_000;

    /// <summary>Reads the number at the start of <paramref name="text"/>.</summary>
    /// <param name="text">The text; more may follow the number.</param>
    /// <param name="length">How many bytes the number takes, or where it stops being one.</param>
    /// <param name="number">The number where the result is <see cref="NumberStatus.Read"/>.</param>
    public static NumberStatus Scan(ReadOnlySpan<byte> text, out int length, out ExactNumber number)
    {
        var at = 0;
        var negative = text.Length > 0 && text[0] == '-';
        if (negative)
            at = 1;
        var start = at;
        ulong coefficient = 0;
        while (at < text.Length && (uint)(text[at] - '0') <= 9 && at - start <= FastDigits)
            coefficient = coefficient * 10 + (uint)(text[at++] - '0');
        var digits = at - start;
        var places = 0;
        if (digits > 0 && digits <= FastDigits && at + 1 < text.Length && text[at] == '.')
        {
            var point = at++;
            while (at < text.Length && (uint)(text[at] - '0') <= 9 && at - start <= FastDigits)
                coefficient = coefficient * 10 + (uint)(text[at++] - '0');
            places = at - point - 1;
            digits += places;
            if (places == 0)
                digits = 0;
        }
        if (digits is 0 or > FastDigits || (digits - places > 1 && text[start] == '0') || (at < text.Length && Continues(text[at])))
            return ScanSlowly(text, start, negative, out length, out number);
        while (places > 0 && coefficient % 10 == 0)
        {
            coefficient /= 10;
            places--;
        }
        length = at;
        number = new ExactNumber(negative && coefficient != 0, coefficient, -places);
        return NumberStatus.Read;
    }

    /// <summary>Reads a text that is one number and nothing else.</summary>
    public static NumberStatus Parse(ReadOnlySpan<char> text, out ExactNumber number)
    {
        number = default;
        Span<byte> ascii = stackalloc byte[MaxText];
        if (text.Length > ascii.Length)
            return NumberStatus.Malformed;
        for (var i = 0; i < text.Length; i++)
            ascii[i] = text[i] < 0x80 ? (byte)text[i] : (byte)'?';
        var status = Scan(ascii[..text.Length], out var length, out number);
        return status == NumberStatus.Read && length != text.Length ? NumberStatus.Malformed : status;
    }

    /// <summary>Reads a text that reading JSON has found to be a number, however long it is.</summary>
    public static NumberStatus ParseRead(ReadOnlySpan<char> text, out ExactNumber number)
    {
        if (text.Length <= MaxText)
            return Parse(text, out number);
        var ascii = System.Buffers.ArrayPool<byte>.Shared.Rent(text.Length);
        for (var i = 0; i < text.Length; i++)
            ascii[i] = (byte)text[i];
        var status = Scan(ascii.AsSpan(0, text.Length), out _, out number);
        System.Buffers.ArrayPool<byte>.Shared.Return(ascii);
        return status;
    }

    private static bool Continues(byte b) => b is (>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)'e' or (byte)'E';

    private static NumberStatus ScanSlowly(ReadOnlySpan<byte> text, int start, bool negative, out int length, out ExactNumber number)
    {
        number = default;
        var at = start;
        var digits = new DigitRun();
        var whole = Take(text, ref at, ref digits);
        length = at;
        if (whole == 0 || (whole > 1 && text[start] == '0'))
            return NumberStatus.Malformed;
        var places = 0;
        if (at < text.Length && text[at] == '.')
        {
            at++;
            places = Take(text, ref at, ref digits);
            length = at;
            if (places == 0)
                return NumberStatus.Malformed;
        }
        var exponent = 0;
        if (at < text.Length && text[at] is (byte)'e' or (byte)'E')
        {
            at++;
            var down = at < text.Length && text[at] == '-';
            if (at < text.Length && text[at] is (byte)'-' or (byte)'+')
                at++;
            var first = at;
            for (; at < text.Length && (uint)(text[at] - '0') <= 9; at++)
                exponent = Math.Min(ExponentCap, exponent * 10 + (text[at] - '0'));
            length = at;
            if (at == first)
                return NumberStatus.Malformed;
            exponent = down ? -exponent : exponent;
        }
        return digits.Finish(negative, (long)exponent - places, out number);
    }

    private static int Take(ReadOnlySpan<byte> text, ref int at, ref DigitRun digits)
    {
        var first = at;
        for (; at < text.Length && (uint)(text[at] - '0') <= 9; at++)
            digits.Add(text[at] - '0');
        return at - first;
    }

    /// <summary>Gathers digits, holding zeros back until a digit follows them, so that zeros at either end are not significant.</summary>
    private struct DigitRun
    {
        private UInt128 _coefficient;
        private int _significant;
        private int _zeros;

        public void Add(int digit)
        {
            if (digit == 0)
            {
                // Zeros in front of every other digit say nothing; the place is counted by the caller.
                if (_significant > 0)
                    _zeros++;
                return;
            }
            _significant = Math.Min(ExactNumber.MaxDigits + 1, _significant + _zeros + 1);
            if (_significant <= ExactNumber.MaxDigits)
            {
                for (; _zeros > 0; _zeros--)
                    _coefficient *= 10;
                _coefficient = _coefficient * 10 + (uint)digit;
            }
            _zeros = 0;
        }

        public readonly NumberStatus Finish(bool negative, long exponent, out ExactNumber number)
        {
            number = default;
            if (_significant == 0)
                return NumberStatus.Read;
            if (_significant > ExactNumber.MaxDigits)
                return NumberStatus.TooPrecise;
            exponent += _zeros;
            if (exponent + _significant - 1 is > ExactNumber.MaxMagnitude or < -ExactNumber.MaxMagnitude)
                return NumberStatus.OutOfRange;
            number = new ExactNumber(negative, _coefficient, (int)exponent);
            return NumberStatus.Read;
        }
    }
}
