namespace AirsPolicy.Runtime.State.Origins;

/// <summary>Texts as they are spelled, with the places where words and numbers begin in the order of what stands there.</summary>
internal sealed class SortedTexts
{
    private readonly byte[] _spelled;
    private readonly int[] _words;
    private readonly uint[] _numbers;

    private SortedTexts(byte[] spelled, int[] words, uint[] numbers) => (_spelled, _words, _numbers) = (spelled, words, numbers);

    /// <summary>How many bytes it takes.</summary>
    public int Size => _spelled.Length + sizeof(int) * (_words.Length + _numbers.Length);

    /// <summary>Sorts a text.</summary>
    public static SortedTexts Of(Spelling text)
    {
        // Nothing that is spelled holds a nought, so that no value runs from one text into the next.
        var spelled = new byte[text.Bytes.Length + 1];
        text.Bytes.CopyTo(spelled);
        var numbers = new List<uint>();
        var most = OriginLimits.NumbersIn(text.Characters);
        foreach (var word in text.Words)
        {
            if (!GroupedNumber.Collect(spelled, word, most, numbers))
                break;
        }
        int[] words = [.. text.Words];
        PlaceOrder.Sort(spelled, words);
        uint[] sorted = [.. numbers];
        NumberOrder.Sort(spelled, sorted);
        return new SortedTexts(spelled, words, sorted);
    }

    /// <summary>All texts of two in one.</summary>
    public static SortedTexts Of(SortedTexts first, SortedTexts second)
    {
        byte[] spelled = [.. first._spelled, .. second._spelled];
        var moved = first._spelled.Length;
        var words = new int[first._words.Length + second._words.Length];
        var numbers = new uint[first._numbers.Length + second._numbers.Length];
        Merge(first._words, second._words, words, new PlaceOrder(spelled), word => word + moved);
        Merge(
            first._numbers,
            second._numbers,
            numbers,
            new NumberOrder(spelled),
            number => (GroupedNumber.Of(number) with { Start = GroupedNumber.Of(number).Start + moved }).Packed);
        return new SortedTexts(spelled, words, numbers);
    }

    /// <summary>Whether a value occurs as it is spelled.</summary>
    public bool Holds(ReadOnlySpan<byte> value)
    {
        var (low, high) = (0, _words.Length);
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            var here = _spelled.AsSpan(_words[middle]);
            var order = here[..Math.Min(here.Length, value.Length)].SequenceCompareTo(value);
            if (order == 0)
                return true;
            if (order < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return false;
    }

    /// <summary>Whether a number occurs in groups.</summary>
    public bool HoldsNumber(ReadOnlySpan<byte> joined)
    {
        Span<byte> here = stackalloc byte[OriginLimits.LongestNumber];
        var (low, high) = (0, _numbers.Length);
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            var order = here[..NumberOrder.Join(_spelled, _numbers[middle], here)].SequenceCompareTo(joined);
            if (order == 0)
                return true;
            if (order < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return false;
    }

    private static void Merge<T, TOrder>(T[] first, T[] second, T[] merged, TOrder order, Func<T, T> move) where TOrder : IComparer<T>
    {
        var (left, right) = (0, 0);
        for (var place = 0; place < merged.Length; place++)
        {
            if (right == second.Length || left < first.Length && order.Compare(first[left], move(second[right])) <= 0)
                merged[place] = first[left++];
            else
                merged[place] = move(second[right++]);
        }
    }
}
