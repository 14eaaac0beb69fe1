namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>What is done with the features of a text, block by block.</summary>
internal interface IFeatureSink
{
    /// <summary>Takes the features that end in a block of the text; there is at least one.</summary>
    void Add(scoped FeatureBlock block);
}
