namespace AirsPolicy.Runtime.Text.Detectors.Learned;

/// <summary>What is done with the features of a text, one after the other, by where they end.</summary>
internal interface IFeatureSink
{
    /// <summary>Takes a run of characters.</summary>
    /// <param name="bucket">The number of the feature, 0 to less than <see cref="TextFeatures.Buckets"/>.</param>
    /// <param name="end">Where in the text it ends, in UTF-16 units.</param>
    void AddRun(int bucket, int end);

    /// <summary>Takes a word, or two or three that follow one another.</summary>
    /// <inheritdoc cref="AddRun"/>
    /// <param name="bucket">The number of the feature.</param>
    /// <param name="start">Where in the text it begins.</param>
    /// <param name="end">Where it ends.</param>
    void AddWords(int bucket, int start, int end);
}
