using AirsPolicy.Text.Scores;

namespace AirsPolicy.Text.Detectors.Search;

/// <summary>What a classifier of the host says of a text; its match is the whole text.</summary>
/// <param name="classifier">The number of the classifier in the set.</param>
/// <param name="weight">What the item counts where the classifier is sure, in millionths.</param>
internal sealed class ClassifierSearch(int classifier, int weight) : ItemSearch(weight)
{
    public override void Find(in Searched text, SpanBuffer matches)
    {
        if (text.Asked.Classified[classifier] > 0 && !text.Original.IsEmpty) matches.Add(new TextSpan(0, text.Original.Length));
    }

    public override long WeightIn(in Searched text) => Millionths.Multiply(text.Asked.Classified[classifier], Weight);
}
