using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Detectors.Search;

/// <summary>One item of a detector, ready to look for.</summary>
internal abstract class ItemSearch(int weight)
{
    protected int Weight { get; } = weight;

    /// <summary>
    /// The first number under which literals are looked for on its behalf, which no other item of the set has; -1 where none are.
    /// </summary>
    public virtual int Number => -1;

    /// <summary>How many numbers it has.</summary>
    public virtual int Numbers => 1;

    /// <summary>The literals that are looked for on its behalf.</summary>
    public virtual IEnumerable<ItemLiteral> Sought => [];

    /// <summary>Whether it may match in texts in which none of its literals stands.</summary>
    public virtual bool MustBeAsked => true;

    /// <summary>Adds every match, in units of the original text, in any order.</summary>
    public abstract void Find(in Searched text, SpanBuffer matches);

    /// <summary>What the item counts in that text if one of its matches stands, in millionths.</summary>
    public virtual long WeightIn(in Searched text) => Weight;
}

/// <summary>A literal that is looked for on behalf of an item.</summary>
/// <param name="View">In which view.</param>
/// <param name="Literal">The literal.</param>
/// <param name="Number">Under which number.</param>
internal readonly record struct ItemLiteral(TextViewKind View, RequiredLiteral Literal, int Number);
