namespace AirsPolicy.Text.Views;

/// <summary>The character with its marks at the end of a text that still arrives: the next character may still join it.</summary>
internal sealed class HeldCluster
{
    private readonly int[] _characters = new int[1 + Folding.LongestMarkRun];

    /// <summary>Its base and its marks, in canonical order.</summary>
    public Span<int> Characters => _characters;

    public int MarkCount { get; set; }

    /// <summary>Whether there is one.</summary>
    public bool IsOpen { get; set; }

    /// <summary>It stands in the view already, since what may still join it changes nothing there but how far it reaches.</summary>
    public bool IsWritten { get; set; }

    /// <summary>Where it begins in the text.</summary>
    public int Start { get; set; }

    /// <summary>Where it ends so far.</summary>
    public int End { get; set; }
}
