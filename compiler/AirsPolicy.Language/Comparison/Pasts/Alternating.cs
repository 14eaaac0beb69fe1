namespace AirsPolicy.Language.Comparison.Pasts;

/// <summary>Sequences one after the other by turns.</summary>
internal static class Alternating
{
    /// <summary>One item of each in turn, so that a bound on items leaves out none of the sequences.</summary>
    public static IEnumerable<T> Of<T>(IEnumerable<IEnumerable<T>> sequences)
    {
        var open = sequences.Select(sequence => sequence.GetEnumerator()).ToList();
        try
        {
            while (open.Count > 0)
            {
                for (var i = 0; i < open.Count; i++)
                {
                    if (open[i].MoveNext())
                    {
                        yield return open[i].Current;
                        continue;
                    }
                    open[i].Dispose();
                    open.RemoveAt(i--);
                }
            }
        }
        finally
        {
            foreach (var rest in open)
                rest.Dispose();
        }
    }
}
