namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>What is done with the windows of a text, as a linear model and a network see them.</summary>
internal interface IWindowSink
{
    /// <summary>Takes four blocks, or all of a shorter text.</summary>
    /// <param name="strongest">The strongest window in them.</param>
    /// <param name="filters">What the filters of the network found in them.</param>
    void Add(StrongWindow strongest, scoped in PhraseFilters filters);
}
