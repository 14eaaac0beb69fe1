namespace AirsPolicy.Runtime.Text.Detectors.Search;

/// <summary>One item of a detector, ready to look for.</summary>
internal abstract class ItemSearch(int weight)
{
    protected int Weight { get; } = weight;

    /// <summary>Adds every match, in units of the original text, in any order.</summary>
    public abstract void Find(in Searched text, SpanBuffer matches);

    /// <summary>What the item counts in that text if one of its matches stands, in millionths.</summary>
    public virtual long WeightIn(in Searched text) => Weight;
}
