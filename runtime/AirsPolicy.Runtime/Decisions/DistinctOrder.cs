namespace AirsPolicy.Runtime.Decisions;

/// <summary>Sorts and leaves each item once.</summary>
internal static class DistinctOrder
{
    /// <summary>
    /// Sorts a list and takes out what stands in it twice. The order puts equal items side by side and is the same whatever the list began
    /// as.
    /// </summary>
    public static void Sort<T>(List<T> items, IComparer<T> order)
        where T : class
    {
        if (items.Count < 2)
            return;
        items.Sort(order);
        var kept = 1;
        for (var i = 1; i < items.Count; i++)
        {
            if (!items[i].Equals(items[kept - 1]))
                items[kept++] = items[i];
        }
        items.RemoveRange(kept, items.Count - kept);
    }
}
