using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Detectors.Search;

/// <summary>The items of a detector: those that have to be asked of every text, and those of whom a literal has to stand in it.</summary>
internal sealed class ItemSet
{
    private readonly ItemSearch?[] _sought;

    public ItemSet(IReadOnlyCollection<ItemSearch> items)
    {
        Count = items.Count;
        Always = [.. items.Where(item => item.MustBeAsked)];
        ItemSearch[] sought = [.. items.Where(item => !item.MustBeAsked)];
        First = sought.Length == 0 ? 0 : sought.Min(item => item.Number);
        // Numbers of items of other detectors may lie between.
        _sought = new ItemSearch?[sought.Length == 0 ? 0 : sought.Max(item => item.Number + item.Numbers) - First];
        foreach (var item in sought)
            Array.Fill(_sought, item, item.Number - First, item.Numbers);
        Views =
        [
            .. sought
                .SelectMany(item => item.Sought)
                .Select(literal => literal.View)
                .Distinct()
                .SelectMany(TextViews.ReadingsOf)
                .Select(view => (int)view),
        ];
    }

    public int Count { get; }

    /// <summary>Those asked of every text.</summary>
    public ItemSearch[] Always { get; }

    /// <summary>The least number of the others.</summary>
    public int First { get; }

    /// <summary>The views in which their literals are looked for.</summary>
    public int[] Views { get; }

    /// <summary>The others one after the other, as far as a literal of theirs stands in the text; null once there are no more.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">Where to look from; moves on.</param>
    public ItemSearch? Next(in Searched text, ref int number)
    {
        while (true)
        {
            var next = int.MaxValue;
            foreach (var view in Views) next = Math.Min(next, text.Hits(view).OwnerFrom(number));
            if (next - First >= _sought.Length) return null;
            number = next + 1;
            if (_sought[next - First] is not { } item) continue;
            number = item.Number + item.Numbers;
            return item;
        }
    }
}
