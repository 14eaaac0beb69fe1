using AirsPolicy.Text.Scores;

namespace AirsPolicy.Text.Detectors.Search;

/// <summary>All matches of another detector, which has been asked of the text before.</summary>
internal sealed class ReferenceSearch(int detector, int weight) : ItemSearch(weight)
{
    public override void Find(in Searched text, SpanBuffer matches)
    {
        var answer = text.AnswerOf(detector);
        for (var i = 0; i < answer.Count; i++)
            matches.Add(text.MatchOf(answer, i));
    }

    public override long WeightIn(in Searched text) => Millionths.Multiply(text.AnswerOf(detector).Score, Weight);
}
