namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>What is done with the windows of a text, as a linear model and a network see them.</summary>
internal interface IWindowSink
{
    /// <summary>Takes a window.</summary>
    /// <param name="window">The window, as the linear model sees it.</param>
    /// <param name="filters">What the filters of the network found up to its end.</param>
    void Add(StrongWindow window, scoped in PhraseFilters filters);
}
