namespace AirsPolicy.Text;

/// <summary>
/// Sorts numbers digit by digit, from the last: always as many steps as there are numbers, whoever wrote the text they come from.
/// </summary>
internal static class DigitSort
{
    private const int BitsOfDigit = 8;
    private const int Digits = 1 << BitsOfDigit;

    /// <summary>Sorts numbers, the smallest first.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="room">Room for as many; what it holds afterwards has no meaning.</param>
    /// <param name="bits">How many bits of a number count, a multiple of 16; those above are zero.</param>
    public static void Sort(Span<ulong> numbers, Span<ulong> room, int bits)
    {
        Span<int> starts = stackalloc int[Digits];
        for (var shift = 0; shift < bits; shift += BitsOfDigit)
        {
            starts.Clear();
            foreach (var number in numbers)
                starts[Digit(number, shift)]++;
            var start = 0;
            foreach (ref var count in starts)
                (count, start) = (start, start + count);
            foreach (var number in numbers)
                room[starts[Digit(number, shift)]++] = number;
            // An even number of digits, so that the numbers end where they began.
            var sorted = room;
            room = numbers;
            numbers = sorted;
        }
    }

    private static int Digit(ulong number, int shift) => (int)(number >> shift) & (Digits - 1);
}
